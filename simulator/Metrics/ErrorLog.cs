using Sems.Simulator.Wire;

namespace Sems.Simulator.Metrics;

/// <summary>Counts errors and keeps the first ones whole. Safe for concurrent use.</summary>
public sealed class ErrorLog(int keep = 10)
{
    private readonly Lock _lock = new();
    private readonly List<ReplyError> _first = [];
    private long _count;

    /// <summary>How many there were.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The first ones.</summary>
    public IReadOnlyList<ReplyError> First
    {
        get
        {
            lock (_lock) return [.. _first];
        }
    }

    /// <summary>Counts an error and keeps it while there is room.</summary>
    public void Add(ServiceRequest request, string reply, string reason)
    {
        Interlocked.Increment(ref _count);
        lock (_lock)
        {
            if (_first.Count < keep) _first.Add(new ReplyError(request.Endpoint, request.Text, reply, reason));
        }
    }
}
