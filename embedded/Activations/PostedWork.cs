namespace Sems.Embedded;

/// <summary>The rest of a turn after an await, or a step of the activation's own.</summary>
internal sealed class PostedWork(SendOrPostCallback callback, object? state) : WorkItem
{
    internal override void Execute(Activation activation) => callback(state);
}
