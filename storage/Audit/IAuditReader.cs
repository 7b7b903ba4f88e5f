using Sems.Storage.Ledger;

namespace Sems.Storage.Audit;

/// <summary>The audit log, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface IAuditReader
{
    /// <summary>A page of changes, the latest first. Pages count from 1.</summary>
    Task<Page<AuditRecord>> ReadPageAsync(AuditFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>The last changes of a kind, the latest first; nothing is counted.</summary>
    Task<IReadOnlyList<AuditRecord>> LatestAsync(string what, int limit, CancellationToken cancel = default);
}
