namespace Sems.Embedded;

/// <summary>Activation, deactivation, idle collection and timers.</summary>
internal sealed partial class Activation
{
    [ThreadStatic]
    private static Activation? _underConstruction;

    /// <summary>The activation whose grain object is being constructed on this thread.</summary>
    public static Activation? UnderConstruction => _underConstruction;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        RequestEnding(deactivationReason, serveQueue: false);

    /// <summary>Deactivates as soon as no turn runs.</summary>
    /// <returns>Ends when that is done.</returns>
    public Task RequestEnding(DeactivationReason reason, bool serveQueue)
    {
        Task completed;
        bool recheck;
        lock (this)
        {
            if (_phase is Phase.New or Phase.Gone) return Task.CompletedTask;

            // A grain that has to go while it activates still serves who waits for it, or it would activate for ever.
            _ending ??= new Ending(reason, serveQueue || _phase == Phase.Activating);
            completed = _ending.Completed;
            TryBeginEnding();
            recheck = !_waiting.IsEmpty && !_running.IsEmpty;
        }

        // Queued calls now wait for interleaving turns as well.
        if (recheck) Class.Engine.Cycles.Recheck(this);
        return completed;
    }

    /// <summary>Deactivates if not called for an age. The age counts from the first look after the last call.</summary>
    public void CollectIfIdle(long now, TimeSpan age)
    {
        lock (this)
        {
            if (_phase != Phase.Active || !_running.IsEmpty || _executing) return;
            if (_used)
            {
                _used = false;
                _idleSince = now;
                return;
            }

            if (Class.Engine.Time.GetElapsedTime(_idleSince, now) < age) return;
            _ending ??= new Ending(new(DeactivationReasonCode.ActivationIdle, $"Not called for {age}."), servesQueue: false);
            TryBeginEnding();
        }
    }

    public void AddTimer(GrainTimer timer)
    {
        lock (this)
        {
            if (_phase is not (Phase.Activating or Phase.Active))
                throw new InvalidOperationException($"{GrainId} is not active: it cannot start a timer.");
            (_timers ??= []).Add(timer);
        }
    }

    public void RemoveTimer(GrainTimer timer)
    {
        lock (this) _timers?.Remove(timer);
    }

    /// <summary>Runs a tick as a turn; does nothing when the timer no longer belongs to this activation.</summary>
    public Task TickAsync(GrainTimer timer)
    {
        lock (this)
        {
            if (_phase is not (Phase.Activating or Phase.Active) || _timers?.Contains(timer) != true) return Task.CompletedTask;
        }

        if (Class.Engine.IsStopping) return Task.CompletedTask;
        return Accept(new TimerCall(timer) { Target = this }) ?? Task.CompletedTask;
    }

    /// <summary>First call of an activation: activates on the caller's thread, then runs the call there too, if nothing waits.</summary>
    private Task ActivateInline(GrainCall first)
    {
        var turn = (LifecycleTurn)_running.Newest!;
        var outer = Enter(turn, out var context);
        var activating = ActivateAsync();
        if (activating.IsCompleted)
        {
            Leave(outer, context, first.Caller);
            if (!activating.IsCompletedSuccessfully) return Abandon(turn, first, activating);
            lock (this)
            {
                EndLifecycle(turn, Phase.Active);
                Admit(first);
                AdmitWaiting();
            }

            return RunInline(first);
        }

        first.Prepare();
        lock (this)
        {
            first.State = CallState.Waiting;
            _waiting.AddFirst(first);
        }

        _ = FollowActivationAsync(turn, activating);
        Leave(outer, context, turn.Caller);
        lock (this) Release();
        return first.Promise;
    }

    private Task Abandon(LifecycleTurn turn, GrainCall first, Task activating)
    {
        FailActivation(turn, activating);
        lock (this) Release();
        return first.Faulted(activating.Exception?.InnerException ?? new TaskCanceledException(activating));
    }

    private async Task FollowActivationAsync(LifecycleTurn turn, Task activating)
    {
        await activating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!activating.IsCompletedSuccessfully)
        {
            FailActivation(turn, activating);
            return;
        }

        lock (this)
        {
            EndLifecycle(turn, Phase.Active);
            AdmitWaiting();
            if (_ending is not null) TryBeginEnding();
            EnsureExecutor();
        }
    }

    private async Task ActivateAsync()
    {
        try
        {
            var states = Construct();
            foreach (var state in states) await state.LoadAsync(CancellationToken.None);
            await _grain!.OnActivateAsync(CancellationToken.None);
        }
        catch
        {
            StopTimers();
            await DisposeGrainAsync();
            throw;
        }
    }

    private IActivationState[] Construct()
    {
        var outer = _underConstruction;
        _underConstruction = this;
        try
        {
            _grain = Class.Construct(this, out var states);
            return states;
        }
        finally
        {
            _underConstruction = outer;
        }
    }

    private void FailActivation(LifecycleTurn turn, Task activating)
    {
        WorkList failed;
        Ending? ending;
        lock (this)
        {
            failed = _waiting;
            _waiting = default;
            ending = _ending;
            Vanish(turn);
        }

        ending?.Complete();
        var error = activating.Exception?.InnerException ?? new TaskCanceledException(activating);
        while (failed.Take() is GrainCall call)
        {
            call.State = CallState.Finished;
            if (call.IsTracked) Class.Engine.Cycles.Leave(call);
            call.Fail(error);
        }
    }

    /// <summary>Begins to deactivate, if that was asked for and nothing runs.</summary>
    private void TryBeginEnding()
    {
        if (_phase != Phase.Active || !_running.IsEmpty || (_ending!.ServesQueue && !_waiting.IsEmpty)) return;
        _phase = Phase.Deactivating;
        _running.Add(new LifecycleTurn(this, null));
        _work.Add(new PostedWork(static state => _ = ((Activation)state!).DeactivateAsync(), this));
        EnsureExecutor();
    }

    private async Task DeactivateAsync()
    {
        var turn = (LifecycleTurn)_running.Newest!;
        var ending = _ending!;
        GrainCall.Current = turn;
        StopTimers();
        try
        {
            using var limit = new CancellationTokenSource(Class.Engine.DeactivationTimeout, Class.Engine.Time);
            await _grain!.OnDeactivateAsync(ending.Reason, limit.Token);
        }
        catch (Exception error)
        {
            Log.DeactivationFailed(Class.Engine.Logger, error, GrainId);
        }

        await DisposeGrainAsync();
        LifecycleTurn? again = null;
        lock (this)
        {
            _ending = null;
            if (_waiting.IsEmpty) Vanish(turn);
            else
            {
                EndLifecycle(turn, Phase.Activating);
                _running.Add(again = new LifecycleTurn(this, ((GrainCall)_waiting.Head!).Caller));
            }
        }

        ending.Complete();
        if (again is null) return;
        GrainCall.Current = again;
        await FollowActivationAsync(again, ActivateAsync());
    }

    private void EndLifecycle(LifecycleTurn turn, Phase next)
    {
        _running.Remove(turn);
        turn.State = CallState.Finished;
        turn.Caller = null;
        _phase = next;
        _used = true;
        _mayHoldInterleaving = true;
    }

    private void Vanish(LifecycleTurn turn)
    {
        EndLifecycle(turn, Phase.Gone);
        _ending = null;
        Class.Remove(_key, this);
    }

    /// <summary>Stops the timers; ticks that are queued are dropped.</summary>
    private void StopTimers()
    {
        List<GrainTimer>? timers;
        lock (this)
        {
            timers = _timers;
            _timers = null;
        }

        foreach (var timer in timers ?? []) timer.Stop();
        if (timers is null) return;
        foreach (var call in WaitingCalls().OfType<TimerCall>())
        {
            if (Withdraw(call)) call.Complete(Task.CompletedTask);
        }
    }

    private async Task DisposeGrainAsync()
    {
        var grain = _grain;
        _grain = null;
        try
        {
            if (grain is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else if (grain is IDisposable disposable) disposable.Dispose();
        }
        catch (Exception error)
        {
            Log.DeactivationFailed(Class.Engine.Logger, error, GrainId);
        }
    }
}
