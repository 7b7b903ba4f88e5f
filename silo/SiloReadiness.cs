using Sems.Grains.Silos;
using Sems.Storage;

namespace Sems.Silo;

/// <summary>Whether this silo should be given work.</summary>
public sealed class SiloReadiness(IDatabase database) : IReadiness
{
    private readonly TaskCompletionSource _swept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;

    /// <summary>Completes when the first sweep is over, or has held the start up long enough.</summary>
    public Task FirstSweep => _swept.Task;

    /// <summary>The first sweep is over: what an earlier process left unfinished is finished.</summary>
    public void Swept() => _swept.TrySetResult();

    /// <inheritdoc />
    public void Stopping() => _stopping = true;

    /// <inheritdoc />
    public async Task<string?> WhyNotAsync(CancellationToken cancel)
    {
        if (_stopping) return "stopping";
        if (!_swept.Task.IsCompleted) return "starting";
        try
        {
            await database.ProbeAsync(cancel);
            return null;
        }
        catch (StorageUnavailableException fault)
        {
            return "storage: " + fault.Message;
        }
    }
}
