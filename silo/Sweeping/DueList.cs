namespace Sems.Silo.Sweeping;

/// <summary>Who must be called when; the earliest first. A key has one due time, or none while it is known to need no call. For one thread at a time.</summary>
internal sealed class DueList<TKey> where TKey : notnull
{
    private readonly PriorityQueue<TKey, DateTimeOffset> _queue = new();
    private readonly Dictionary<TKey, DateTimeOffset> _due = [];

    /// <summary>How many keys have a due time.</summary>
    public int Count => _due.Count;

    /// <summary>When the first is due; null when none is.</summary>
    public DateTimeOffset? First
    {
        get
        {
            DropStale();
            return _queue.TryPeek(out _, out var due) ? due : null;
        }
    }

    /// <summary>Whether the key has a due time.</summary>
    public bool Contains(TKey key) => _due.ContainsKey(key);

    /// <summary>Sets a key's due time in place of the one before; null for none.</summary>
    public void Set(TKey key, DateTimeOffset? due)
    {
        if (due is not { } at)
        {
            _due.Remove(key);
            return;
        }
        if (_due.TryGetValue(key, out var before) && before == at) return;
        _due[key] = at;
        _queue.Enqueue(key, at);
    }

    /// <summary>Takes out every key that is due by now.</summary>
    public List<TKey> Take(DateTimeOffset now)
    {
        var taken = new List<TKey>();
        while (First <= now)
        {
            var key = _queue.Dequeue();
            _due.Remove(key);
            taken.Add(key);
        }
        return taken;
    }

    /// <summary>Forgets everyone.</summary>
    public void Clear()
    {
        _due.Clear();
        _queue.Clear();
    }

    /// <summary>Drops what was replaced.</summary>
    private void DropStale()
    {
        while (_queue.TryPeek(out var key, out var at) && !(_due.TryGetValue(key, out var due) && due == at)) _queue.Dequeue();
    }
}
