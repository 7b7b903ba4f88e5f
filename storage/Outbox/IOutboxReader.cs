using Sems.Storage.Ledger;

namespace Sems.Storage.Outbox;

/// <summary>Pushes, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface IOutboxReader
{
    /// <summary>The push, or null.</summary>
    Task<PushRecord?> FindPushAsync(long pushId, CancellationToken cancel = default);

    /// <summary>A page of pushes, newest first. Pages count from 1.</summary>
    Task<Page<PushRecord>> PushesAsync(PushFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>How many pushes there are of each state; absent for none.</summary>
    Task<IReadOnlyDictionary<PushState, long>> PushCountsAsync(CancellationToken cancel = default);
}
