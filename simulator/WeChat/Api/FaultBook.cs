namespace Sems.Simulator.WeChat.Api;

/// <summary>The faults to come, in the order they were asked for. Safe for concurrent use.</summary>
public sealed class FaultBook
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    /// <summary>The faults to come.</summary>
    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_lock) return [.. _faults];
        }
    }

    /// <summary>Asks for a fault.</summary>
    public void Add(Fault fault)
    {
        lock (_lock) _faults.Add(fault);
    }

    /// <summary>The fault that befalls this call; null for none.</summary>
    public Fault? Take(string path)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(f => f.Befalls(path));
            if (index < 0) return null;
            var fault = _faults[index];
            if (fault.Times > 1) _faults[index] = fault with { Times = fault.Times - 1 };
            else _faults.RemoveAt(index);
            return fault;
        }
    }

    /// <summary>Nothing more goes wrong.</summary>
    public void Clear()
    {
        lock (_lock) _faults.Clear();
    }
}
