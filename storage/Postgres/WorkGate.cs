namespace Sems.Storage.Postgres;

/// <summary>Lets work in until it is closed, and tells when what was let in is done.</summary>
internal sealed class WorkGate
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private bool _closed;

    /// <summary>Something is to be done.</summary>
    /// <exception cref="StorageUnavailableException">It is closed.</exception>
    public void Enter()
    {
        lock (_lock)
        {
            if (_closed) throw new StorageUnavailableException("the storage is shutting down");
            _inside++;
        }
    }

    /// <summary>It is done.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (--_inside == 0 && _closed) _drained.TrySetResult();
        }
    }

    /// <summary>Lets nothing more in; completes when everything inside is done.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            if (_inside == 0) _drained.TrySetResult();
        }

        return _drained.Task;
    }
}
