using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Grains.Silos;
using Sems.Storage;

namespace Sems.Silo.Orleans.Client;

/// <summary>A gateway is ready when its silo is, and when it can read what the silo writes.</summary>
internal sealed class ClusterReadiness(IGrainFactory grains, IDatabaseReader storage) : IReadiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3); // longer than the silo itself waits for a locked database

    private volatile bool _stopping;

    /// <inheritdoc />
    public void Stopping() => _stopping = true;

    /// <inheritdoc />
    public async Task<string?> WhyNotAsync(CancellationToken cancel) =>
        _stopping ? "stopping" : await WhyNotSiloAsync(cancel) ?? await WhyNotStorageAsync(cancel);

    private async Task<string?> WhyNotSiloAsync(CancellationToken cancel)
    {
        try
        {
            return await grains.GetGrain<ISiloGrain>(ISiloGrain.Key).WhyNotReady().WaitAsync(Patience, cancel) is { } reason ? "silo: " + reason : null;
        }
        catch (TimeoutException)
        {
            return "no silo: it does not answer";
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            return "no silo: " + failure.Message;
        }
    }

    private async Task<string?> WhyNotStorageAsync(CancellationToken cancel)
    {
        try
        {
            await storage.ProbeAsync(cancel);
            return null;
        }
        catch (StorageUnavailableException fault)
        {
            return "storage: " + fault.Message;
        }
    }
}
