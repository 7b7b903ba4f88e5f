namespace Sems.Embedded;

/// <summary>Activation or deactivation as a turn: calls made in it descend from it, and every call of the grain waits for it.</summary>
internal sealed class LifecycleTurn : ActionCall
{
    public LifecycleTurn(Activation activation, GrainCall? caller)
    {
        Target = activation;
        Caller = caller;
        State = CallState.Running;
    }

    public override Task Invoke(object grain) => Task.CompletedTask;
}
