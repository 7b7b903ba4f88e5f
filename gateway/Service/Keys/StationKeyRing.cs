using Microsoft.Extensions.Primitives;
using Sems.Storage;

namespace Sems.Gateway.Service.Keys;

/// <summary>The stations' keys in memory: a request costs no read. <see cref="StationKeyWatch"/> reads them anew twice a second.</summary>
public sealed class StationKeyRing(IDatabaseReader database, StationKeyPolicy policy, TimeProvider time) : IDisposable
{
    /// <summary>The header a station shows its key in.</summary>
    public const string Header = "X-Station-Key";

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile StationLocks? _locks;

    /// <summary>What was last read.</summary>
    /// <exception cref="StorageUnavailableException">Nothing could be read yet.</exception>
    public StationLocks Locks => _locks ?? throw new StorageUnavailableException("the stations' keys have yet to be read");

    /// <inheritdoc cref="StationLocks.Opens"/>
    public bool Opens(string? group, in StringValues shown) => Locks.Opens(group, in shown);

    /// <summary>Reads them; what was read before stays when that fails.</summary>
    /// <exception cref="StorageUnavailableException">They could not be read.</exception>
    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        await _oneAtATime.WaitAsync(cancel); // an older reading must not come after a newer one
        try
        {
            _locks = new StationLocks(await database.Registry.StationKeysAsync(cancel), policy.Required, time);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _oneAtATime.Dispose();
}
