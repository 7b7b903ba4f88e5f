namespace Sems.Gateway.Live;

/// <summary>A reading that many ask for and that is made once for all of them, as long as it is fresh.</summary>
/// <param name="read">Reads it; others may wait for it too, so nobody who asks can stop it.</param>
/// <param name="fresh">For how long it is.</param>
internal sealed class SharedReading<T>(Func<Task<T>> read, TimeSpan fresh)
{
    private readonly Lock _gate = new();
    private Task<T>? _reading;
    private long _began;

    /// <summary>What was read not longer ago than that, or is being read.</summary>
    public Task<T> ReadAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            var isOld = _reading is not { IsCompleted: false } && (_reading is not { IsCompletedSuccessfully: true } || TimeProvider.System.GetElapsedTime(_began) > fresh);
            if (_reading is null || isOld)
            {
                _began = TimeProvider.System.GetTimestamp();
                _reading = read();
            }
            return _reading.WaitAsync(cancel);
        }
    }
}
