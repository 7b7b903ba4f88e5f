namespace Sems.Embedded;

/// <summary>
/// Finds calls that would wait for themselves. Only calls that come from a grain and have to be queued pass through here: under one
/// lock, so that of two calls that would wait for each other the second sees the first.
/// </summary>
/// <remarks>
/// A queued call waits for the running turns of its target; a running turn waits for every queued call that descends from it. A turn
/// that has finished waits for nothing, which is why calls nobody awaits end up harmless. Lock order: this one, then an activation's.
/// </remarks>
internal sealed class CycleDetector
{
    private readonly Lock _gate = new();

    /// <summary>Accepts a call at its target, or finds that it would close a cycle.</summary>
    public Entry Enter(Activation target, GrainCall call, out GrainCallCycleException? cycle)
    {
        lock (_gate)
        {
            cycle = null;
            call.IsTracked = true;
            var entry = target.TryEnter(call, mayWait: true);
            if (entry == Entry.Queued) cycle = Watch(target, call);
            else call.IsTracked = false;
            return entry;
        }
    }

    /// <summary>Takes note that a call no longer waits.</summary>
    public void Leave(GrainCall call)
    {
        lock (_gate) Forget(call);
    }

    /// <summary>Looks again at calls queued at an activation, which has begun to wait for more turns than when they were queued.</summary>
    public void Recheck(Activation target)
    {
        lock (_gate)
        {
            foreach (var call in target.WaitingCalls())
            {
                if (call.IsTracked && Find(call) is { } path && Withdraw(target, call)) call.Fail(new GrainCallCycleException(path));
            }
        }
    }

    private GrainCallCycleException? Watch(Activation target, GrainCall call)
    {
        for (var turn = call.Caller; turn is not null; turn = turn.Caller) (turn.Blocked ??= []).Add(call);
        return Find(call) is { } path && Withdraw(target, call) ? new GrainCallCycleException(path) : null;
    }

    private bool Withdraw(Activation target, GrainCall call)
    {
        if (!target.Withdraw(call)) return false;
        Forget(call);
        return true;
    }

    private void Forget(GrainCall call)
    {
        call.IsTracked = false;
        for (var turn = call.Caller; turn is not null; turn = turn.Caller) turn.Blocked?.Remove(call);
    }

    /// <summary>Searches breadth-first, from a queued call along everything it waits for, for a turn that waits for the call.</summary>
    private static List<GrainId>? Find(GrainCall call)
    {
        var steps = new List<Step> { new(call, null, -1) };
        var seen = new HashSet<Activation>();
        for (var i = 0; i < steps.Count; i++)
        {
            var target = steps[i].Waiting.Target!;
            if (seen.Contains(target)) continue;
            var turns = target.TurnsBlocking(steps[i].Waiting);

            // None: the call has stopped waiting, but others may still wait there.
            if (turns.Count > 0) seen.Add(target);
            foreach (var turn in turns)
            {
                if (call.DescendsFrom(turn)) return Path(call, turn, steps, i);
                foreach (var blocked in turn.Blocked ?? [])
                {
                    if (blocked != call && blocked.DescendsFrom(turn)) steps.Add(new(blocked, turn, i));
                }
            }
        }

        return null;
    }

    private static List<GrainId> Path(GrainCall call, GrainCall turn, List<Step> steps, int last)
    {
        var path = Chain(turn, call);
        var hops = new Stack<Step>();
        for (var i = last; i > 0; i = steps[i].Parent) hops.Push(steps[i]);
        foreach (var hop in hops) path.AddRange(Chain(hop.Via!, hop.Waiting));
        path.Add(turn.Target!.GrainId);
        return path;
    }

    /// <summary>The grains from a turn down to the caller of a call that descends from it.</summary>
    private static List<GrainId> Chain(GrainCall turn, GrainCall call)
    {
        var grains = new List<GrainId>();
        for (var caller = call.Caller; caller is not null; caller = caller.Caller)
        {
            if (caller.Target is { } target) grains.Insert(0, target.GrainId);
            if (caller == turn) break;
        }

        return grains;
    }

    /// <summary>A queued call the search has come to, the turn that waits for it, and the step that came to that turn.</summary>
    private readonly record struct Step(GrainCall Waiting, GrainCall? Via, int Parent);
}
