namespace Sems.Embedded;

/// <summary>A timer whose ticks are turns of one activation. The next tick is armed when the last one has ended.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private TimeSpan _period;
    private TimeSpan? _dueAfterTick;
    private bool _ticking;

    private GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _period = options.Period;
        Interleave = options.Interleave;
        KeepAlive = options.KeepAlive;
    }

    public bool Interleave { get; }

    public bool KeepAlive { get; }

    public bool IsDisposed => _stopped.IsCancellationRequested;

    public static GrainTimer Start(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(activation, callback, options);
        activation.AddTimer(timer);

        // The turn that starts the timer is not the caller of its ticks.
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            lock (timer._gate)
            {
                timer._timer = activation.Class.Engine.Time.CreateTimer(
                    static state => ((GrainTimer)state!).Tick(), timer, options.DueTime, Timeout.InfiniteTimeSpan);
            }
        }
        finally
        {
            flow?.Undo();
        }

        return timer;
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _period = period;
            if (_ticking) _dueAfterTick = dueTime;
            else if (!IsDisposed) _timer?.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _activation.RemoveTimer(this);
        Stop();
    }

    /// <summary>Stops the ticks without telling the activation, which is forgetting the timer itself.</summary>
    public void Stop()
    {
        lock (_gate) _timer?.Dispose();
        _stopped.Cancel();
    }

    /// <summary>One tick. The timer is armed again before the turn ends: a call behind the tick may rely on it.</summary>
    public async Task RunAsync()
    {
        try
        {
            if (!IsDisposed) await _callback(_stopped.Token);
        }
        finally
        {
            Rearm();
        }
    }

    private void Tick()
    {
        lock (_gate)
        {
            if (_ticking || IsDisposed) return;
            _ticking = true;
        }

        _ = TickAsync();
    }

    private async Task TickAsync()
    {
        try
        {
            await _activation.TickAsync(this).ConfigureAwait(false);
        }
        catch (Exception error) when (!IsDisposed)
        {
            Log.TimerFailed(_activation.Class.Engine.Logger, error, _activation.GrainId);
        }
        catch (OperationCanceledException)
        {
            // The timer was stopped in the middle of its tick.
        }
    }

    private void Rearm()
    {
        lock (_gate)
        {
            _ticking = false;
            var due = _dueAfterTick ?? _period;
            _dueAfterTick = null;
            if (!IsDisposed) _timer?.Change(due, Timeout.InfiniteTimeSpan);
        }
    }
}
