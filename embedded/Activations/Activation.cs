namespace Sems.Embedded;

/// <summary>
/// One key's grain: its grain object while it is active, the calls that run and wait, and the right to run its code.
/// </summary>
/// <remarks>
/// <para>Two things are decided apart. <b>Turns</b>: which calls may be in progress together; one, unless they interleave.
/// <b>The executor</b>: which thread runs the activation's code right now; never two. A turn on a free activation takes the caller's
/// thread as executor until its first unfinished await; everything else passes through <see cref="_work"/> and the thread pool. The
/// activation is the synchronization context of its own code, so what follows an await comes back through the executor too, and
/// interleaved turns never run at the same instant (code after <c>ConfigureAwait(false)</c> gives this up, as it does in Orleans).</para>
/// <para>All fields are guarded by a lock on the activation, which is never held while foreign code runs.</para>
/// </remarks>
internal sealed partial class Activation : SynchronizationContext, IThreadPoolWorkItem, IGrainContext
{
    private readonly string _key;
    private Grain? _grain;
    private TurnList _running;
    private WorkList _waiting;
    private WorkList _work;
    private Ending? _ending;
    private List<GrainTimer>? _timers;
    private long _calls;
    private long _idleSince;
    private int _blocking;
    private Phase _phase;
    private bool _exclusive;
    private bool _executing;
    private bool _used;
    private bool _mayHoldInterleaving;

    public Activation(GrainClass grainClass, string key)
    {
        Class = grainClass;
        _key = key;
    }

    public GrainClass Class { get; }

    public GrainId GrainId => new(Class.Name, _key);

    public object? GrainInstance => _grain;

    public bool IsActivating
    {
        get
        {
            lock (this) return _phase == Phase.Activating;
        }
    }

    public IServiceProvider ActivationServices => Class.Engine.Services;

    /// <summary>Calls begun so far. Read without the lock: a statistic.</summary>
    public long Calls => Volatile.Read(ref _calls);

    /// <summary>Takes a call.</summary>
    /// <returns>The answer, finished already if the call ran here and never waited; null if this activation is gone.</returns>
    public Task? Accept(GrainCall call)
    {
        var entry = TryEnter(call, mayWait: false);
        if (entry == Entry.MustAsk)
        {
            entry = Class.Engine.Cycles.Enter(this, call, out var cycle);
            if (cycle is not null) return call.Faulted(cycle);
        }

        return entry switch
        {
            Entry.Run => RunInline(call),
            Entry.Activate => ActivateInline(call),
            Entry.Gone => null,
            _ => call.Promise,
        };
    }

    /// <summary>Decides what becomes of a call, and takes the executor for one that may run at once.</summary>
    public Entry TryEnter(GrainCall call, bool mayWait)
    {
        lock (this)
        {
            switch (_phase)
            {
                case Phase.Gone:
                    return Entry.Gone;
                case Phase.New:
                    _phase = Phase.Activating;
                    _running.Add(new LifecycleTurn(this, call.Caller));
                    _executing = true;
                    return Entry.Activate;
                case Phase.Deactivating when call is TimerCall:
                    return Entry.Gone;
                case Phase.Active when MayStart(call):
                    return Begin(call);
                default:
                    if (call.Caller is not null && !mayWait) return Entry.MustAsk;
                    call.Prepare();
                    call.State = CallState.Waiting;
                    _waiting.Add(call);
                    return Entry.Queued;
            }
        }
    }

    /// <summary>Takes a queued call back.</summary>
    /// <returns>False if it has become a turn in the meantime.</returns>
    public bool Withdraw(GrainCall call)
    {
        lock (this)
        {
            if (call.State != CallState.Waiting || !_waiting.Remove(call)) return false;
            call.State = CallState.Finished;
            return true;
        }
    }

    /// <summary>The turns a queued call waits for; none if it does not wait any more.</summary>
    public List<GrainCall> TurnsBlocking(GrainCall call)
    {
        lock (this)
        {
            var turns = new List<GrainCall>();
            if (call.State != CallState.Waiting) return turns;
            for (var turn = _running.Newest; turn is not null; turn = turn.OlderTurn)
            {
                if (!turn.Interleaves || _ending is not null) turns.Add(turn);
            }

            return turns;
        }
    }

    /// <summary>Calls that wait for their turn. Nothing is counted for it while calls run; one that waits nowhere costs no lock.</summary>
    public int Waiting
    {
        get
        {
            if (_waiting.IsEmpty) return 0;
            lock (this)
            {
                var count = 0;
                for (var item = _waiting.Head; item is not null; item = item.Next) count++;
                return count;
            }
        }
    }

    public List<GrainCall> WaitingCalls()
    {
        lock (this)
        {
            var calls = new List<GrainCall>();
            for (var item = _waiting.Head; item is not null; item = item.Next) calls.Add((GrainCall)item);
            return calls;
        }
    }

    private bool MayStart(GrainCall call)
    {
        if (_ending is { ServesQueue: false }) return false;
        if (call.Interleaves) return true;
        return _blocking == 0 || (call.ReadOnly && !_exclusive);
    }

    private Entry Begin(GrainCall call)
    {
        Admit(call);
        if (_executing)
        {
            call.Prepare();
            _work.Add(call);
            return Entry.Deferred;
        }

        _executing = true;
        return Entry.Run;
    }

    /// <summary>Makes a call a turn.</summary>
    private void Admit(GrainCall call)
    {
        call.State = CallState.Running;
        _running.Add(call);
        if (call.KeepsAlive) _used = true;
        if (call.Method is not null) _calls++;
        if (call.Interleaves) return;
        _blocking++;
        _exclusive = !call.ReadOnly;
    }

    /// <summary>Ends a turn, and starts what waited for it.</summary>
    private void Finish(GrainCall call)
    {
        _running.Remove(call);
        call.State = CallState.Finished;
        call.Caller = null;
        if (!call.Interleaves)
        {
            _blocking--;
            _exclusive = false;
        }

        if (!_waiting.IsEmpty) AdmitWaiting();
        if (_ending is not null) TryBeginEnding();
    }

    /// <summary>Starts every queued call that may start, in order of arrival; read-only and interleaving ones may overtake.</summary>
    private void AdmitWaiting()
    {
        WorkItem? previous = null;
        for (var item = _waiting.Head; item is not null;)
        {
            var next = item.Next;
            var call = (GrainCall)item;
            if (MayStart(call))
            {
                _waiting.RemoveAfter(previous, call);
                Admit(call);
                _work.Add(call);
            }
            else
            {
                // Behind an exclusive turn only a fresh activation's queue holds calls that may start.
                if (_exclusive && !_mayHoldInterleaving) break;
                previous = item;
            }

            item = next;
        }

        _mayHoldInterleaving = false;
    }
}
