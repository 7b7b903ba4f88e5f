namespace Sems.Embedded;

/// <summary>One grain call, and the turn it becomes. Part of the engine: generated classes derive from its two subclasses.</summary>
public abstract class GrainCall : WorkItem
{
    private static readonly AsyncLocal<GrainCall?> Ambient = new();

    private protected GrainCall()
    {
    }

    /// <summary>The turn the running code belongs to, if it still goes on.</summary>
    internal static GrainCall? Current
    {
        get => Ambient.Value is { State: not CallState.Finished } turn ? turn : null;
        set => Ambient.Value = value;
    }

    internal GrainMethod? Method { get; set; }

    internal Activation? Target { get; set; }

    /// <summary>The turn that made this call; null if it came from outside, and once this call is over.</summary>
    internal GrainCall? Caller { get; set; }

    /// <summary>Calls queued anywhere that this turn waits for, directly or not. Guarded by the cycle detector's lock.</summary>
    internal HashSet<GrainCall>? Blocked { get; set; }

    /// <summary>Link of <see cref="TurnList"/>.</summary>
    internal GrainCall? OlderTurn { get; set; }

    internal CallState State { get; set; }

    /// <summary>Whether the cycle detector has to be told when the call no longer waits.</summary>
    internal bool IsTracked { get; set; }

    internal bool Interleaves { get; private protected set; }

    internal bool ReadOnly { get; private set; }

    internal bool KeepsAlive { get; private protected set; } = true;

    /// <summary>What a queued call answers to its caller, made by <see cref="Prepare"/>.</summary>
    internal abstract Task Promise { get; }

    internal ExecutionContext? Context { get; private set; }

    internal void Bind(GrainMethod method)
    {
        Method = method;
        Interleaves = method.Interleaves;
        ReadOnly = method.ReadOnly;
    }

    /// <summary>Readies the call to run later and elsewhere.</summary>
    internal void Prepare()
    {
        Context = ExecutionContext.Capture();
        MakePromise();
    }

    internal sealed override void Execute(Activation activation) => activation.RunQueued(this);

    internal bool DescendsFrom(GrainCall turn)
    {
        for (var caller = Caller; caller is not null; caller = caller.Caller)
        {
            if (caller == turn) return true;
        }

        return false;
    }

    internal abstract void MakePromise();

    /// <summary>Calls the grain through the filters. Never throws.</summary>
    internal abstract Task Start(object grain, IIncomingGrainCallFilter[] filters);

    /// <summary>Calls the grain past the filters. May throw.</summary>
    internal abstract Task Answer(object grain);

    /// <summary>The value an answer that has come holds, or null.</summary>
    internal abstract object? ResultOf(Task answer);

    internal abstract Task Faulted(Exception error);

    /// <summary>Passes the end of the turn on to whoever holds the promise; the caller's code may run before this returns.</summary>
    internal abstract void Complete(Task turn);

    private protected abstract void Refuse(Exception error);

    /// <summary>Tells whoever holds the promise that the call failed; the caller's code runs elsewhere.</summary>
    internal void Fail(Exception error) =>
        ThreadPool.UnsafeQueueUserWorkItem(static failed => failed.call.Refuse(failed.error), (call: this, error), preferLocal: false);

    private protected InvalidOperationException NullTask() =>
        new($"{Method?.InterfaceName}.{Method?.Name} of {Target?.GrainId} returned null.");
}
