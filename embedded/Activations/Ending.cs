namespace Sems.Embedded;

/// <summary>A deactivation that was asked for.</summary>
internal sealed class Ending(DeactivationReason reason, bool servesQueue)
{
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DeactivationReason Reason { get; } = reason;

    /// <summary>Whether the calls that are queued by now run first, or go to the next activation.</summary>
    public bool ServesQueue { get; } = servesQueue;

    public Task Completed => _completed.Task;

    public void Complete() => _completed.TrySetResult();
}
