namespace Sems.Embedded;

/// <summary>One tick of a grain timer, queued and run as a call is.</summary>
internal sealed class TimerCall : ActionCall
{
    private readonly GrainTimer _timer;

    public TimerCall(GrainTimer timer)
    {
        _timer = timer;
        Interleaves = timer.Interleave;
        KeepsAlive = timer.KeepAlive;
    }

    public override Task Invoke(object grain) => _timer.RunAsync();
}
