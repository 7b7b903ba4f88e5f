namespace Sems.Engine.Tests.Support;

/// <summary>A place where a turn reports its arrival and waits to be let on.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public async Task Pass()
    {
        _arrived.TrySetResult();
        await _open.Task;
    }

    public void Open() => _open.TrySetResult();
}
