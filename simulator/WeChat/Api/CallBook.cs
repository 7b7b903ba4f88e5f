namespace Sems.Simulator.WeChat.Api;

/// <summary>Counts the calls by path. Safe for concurrent use.</summary>
public sealed class CallBook
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (int Count, int Now, int Most)> _calls = new(StringComparer.Ordinal);

    /// <summary>The counts so far.</summary>
    public IReadOnlyList<CallCount> All
    {
        get
        {
            lock (_lock) return [.. _calls.Select(c => new CallCount(c.Key, c.Value.Count, c.Value.Most))];
        }
    }

    /// <summary>The counts of one path.</summary>
    public CallCount Of(string path)
    {
        lock (_lock) return _calls.TryGetValue(path, out var count) ? new CallCount(path, count.Count, count.Most) : new CallCount(path, 0, 0);
    }

    /// <summary>A call begins.</summary>
    public void Enter(string path)
    {
        lock (_lock)
        {
            var (count, now, most) = _calls.GetValueOrDefault(path);
            _calls[path] = (count + 1, now + 1, Math.Max(most, now + 1));
        }
    }

    /// <summary>A call ends.</summary>
    public void Leave(string path)
    {
        lock (_lock)
            if (_calls.TryGetValue(path, out var count))
                _calls[path] = count with { Now = Math.Max(0, count.Now - 1) };
    }

    /// <summary>Counts anew; calls under way go on being under way.</summary>
    public void Reset()
    {
        lock (_lock)
            foreach (var (path, count) in _calls.ToList())
            {
                if (count.Now == 0) _calls.Remove(path);
                else _calls[path] = (0, count.Now, count.Now);
            }
    }
}
