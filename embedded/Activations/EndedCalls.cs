namespace Sems.Embedded;

/// <summary>
/// Calls whose turns have ended on an executor and whose callers are still to be told. A thread that has nothing else to run tells them
/// itself, which saves each caller a change of threads; otherwise the pool does.
/// </summary>
internal sealed class EndedCalls
{
    private readonly List<(GrainCall Call, Task Turn)> _calls = [];

    public static void AnswerElsewhere(GrainCall call, Task turn) =>
        ThreadPool.UnsafeQueueUserWorkItem(static ended => ended.call.Complete(ended.turn), (call, turn), preferLocal: false);

    public void Add(GrainCall call, Task turn) => _calls.Add((call, turn));

    /// <summary>The caller's code may run before this returns.</summary>
    public void AnswerHere()
    {
        if (_calls.Count == 1)
        {
            var (call, turn) = _calls[0];
            _calls.Clear();
            call.Complete(turn);
            return;
        }

        AnswerElsewhere();
    }

    public void AnswerElsewhere()
    {
        if (_calls.Count == 0) return;
        foreach (var (call, turn) in _calls) AnswerElsewhere(call, turn);
        _calls.Clear();
    }
}
