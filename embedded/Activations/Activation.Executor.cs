using System.Runtime.CompilerServices;

namespace Sems.Embedded;

/// <summary>Running the activation's code: on the caller's thread when it is free, otherwise on the thread pool.</summary>
internal sealed partial class Activation
{
    /// <summary>Where this thread, while it is an executor, puts calls that have ended: no caller runs inside a turn.</summary>
    [ThreadStatic]
    private static EndedCalls? _ended;

    [ThreadStatic]
    private static EndedCalls? _spareEnded;

    /// <summary>Items run in one go on a pool thread before others get their turn.</summary>
    private const int Batch = 64;

    public override SynchronizationContext CreateCopy() => this;

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException($"Code of {GrainId} must not be waited for synchronously.");

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (this)
        {
            _work.Add(new PostedWork(d, state));
            EnsureExecutor();
        }
    }

    /// <summary>Runs a turn that was queued, on the executor.</summary>
    public void RunQueued(GrainCall call)
    {
        if (call.IsTracked) Class.Engine.Cycles.Leave(call);
        if (call.Context is { } context) ExecutionContext.Restore(context);
        GrainCall.Current = call;
        Follow(call, call.Start(_grain!, Class.Engine.Filters));
    }

    void IThreadPoolWorkItem.Execute()
    {
        var own = ExecutionContext.Capture();
        var ended = _ended = _spareEnded ??= new EndedCalls();
        SetSynchronizationContext(this);
        for (var done = 0; done < Batch; done++)
        {
            WorkItem? item;
            lock (this)
            {
                item = _work.Take();
                if (item is null) _executing = false;
            }

            if (item is null)
            {
                SetSynchronizationContext(null);
                _ended = null;
                ended.AnswerHere();
                return;
            }

            ended.AnswerElsewhere();
            item.Execute(this);
            if (own is not null) ExecutionContext.Restore(own);
        }

        SetSynchronizationContext(null);
        _ended = null;
        ended.AnswerElsewhere();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Runs a turn on the caller's thread, which is the executor by now, up to its first unfinished await.</summary>
    private Task RunInline(GrainCall call)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return RunOnPool(call);

        var outer = Enter(call, out var context);
        var turn = call.Start(_grain!, Class.Engine.Filters);
        if (turn.IsCompleted)
        {
            Leave(outer, context, call.Caller);
            lock (this)
            {
                Finish(call);
                Release();
            }

            return turn;
        }

        call.MakePromise();
        Follow(call, turn);
        Leave(outer, context, call.Caller);
        lock (this) Release();
        return call.Promise;
    }

    private Task RunOnPool(GrainCall call)
    {
        call.Prepare();
        lock (this)
        {
            _work.AddFirst(call);
            Release();
        }

        return call.Promise;
    }

    /// <summary>Makes the current thread run code of this activation.</summary>
    private SynchronizationContext? Enter(GrainCall turn, out ExecutionContext? context)
    {
        var outer = SynchronizationContext.Current;
        context = ExecutionContext.Capture();
        SetSynchronizationContext(this);
        GrainCall.Current = turn;
        return outer;
    }

    private static void Leave(SynchronizationContext? outer, ExecutionContext? context, GrainCall? caller)
    {
        SetSynchronizationContext(outer);
        if (context is not null) ExecutionContext.Restore(context);
        else GrainCall.Current = caller;
    }

    /// <summary>Ends a turn as soon as its task has ended, then tells the caller.</summary>
    private void Follow(GrainCall call, Task turn)
    {
        if (turn.IsCompleted) End(call, turn);
        else _ = FollowAsync(call, turn);
    }

    private async Task FollowAsync(GrainCall call, Task turn)
    {
        await turn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        End(call, turn);
    }

    private void End(GrainCall call, Task turn)
    {
        lock (this)
        {
            Finish(call);
            EnsureExecutor();
        }

        if (_ended is { } ended) ended.Add(call, turn);
        else EndedCalls.AnswerElsewhere(call, turn);
    }

    /// <summary>Has the work done by a pool thread, unless a thread is at it already.</summary>
    private void EnsureExecutor()
    {
        if (_executing || _work.IsEmpty) return;
        _executing = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Gives up being the executor; work that has come up in the meantime goes to the pool.</summary>
    private void Release()
    {
        _executing = false;
        EnsureExecutor();
    }
}
