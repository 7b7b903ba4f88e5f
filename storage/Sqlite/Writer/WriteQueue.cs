namespace Sems.Storage.Sqlite.Writer;

/// <summary>What waits for the writer: bounded, taken whole.</summary>
internal sealed class WriteQueue(int capacity)
{
    private readonly object _gate = new();
    private List<WriteItem> _waiting = [];
    private bool _closed;
    private int _taken;

    /// <summary>Items added that have not been dealt with: those that wait and those taken last.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _waiting.Count + _taken;
        }
    }

    /// <summary>Adds an item.</summary>
    /// <exception cref="StorageUnavailableException">The queue is full or closed.</exception>
    public void Add(WriteItem item)
    {
        lock (_gate)
        {
            if (_closed) throw new StorageUnavailableException("the storage is shutting down");
            if (_waiting.Count >= capacity) throw new StorageUnavailableException($"{capacity} writes are waiting already");
            _waiting.Add(item);
            if (_waiting.Count == 1) Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for items and takes all of them in exchange for an empty list; false when closed and drained.</summary>
    public bool Take(ref List<WriteItem> batch)
    {
        lock (_gate)
        {
            _taken = 0;
            while (_waiting.Count == 0)
            {
                if (_closed) return false;
                Monitor.Wait(_gate);
            }

            (batch, _waiting) = (_waiting, batch);
            _taken = batch.Count;
            return true;
        }
    }

    /// <summary>Refuses what comes from now on; what waits is still taken.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
