using Sems.Storage;

namespace Sems.Silo;

/// <summary>Whether this silo should be given work.</summary>
public sealed class SiloReadiness(IDatabase database)
{
    private readonly TaskCompletionSource _swept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;

    /// <summary>The first sweep is over: what an earlier process left unfinished is finished.</summary>
    public void Swept() => _swept.TrySetResult();

    /// <summary>No more work, please.</summary>
    public void Stopping() => _stopping = true;

    /// <summary>Null when ready, else why not.</summary>
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
