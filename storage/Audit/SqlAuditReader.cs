using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Audit;

/// <summary>The audit log, to be read.</summary>
internal class SqlAuditReader(ISqlStore store) : IAuditReader
{
    public Task<Page<AuditRecord>> ReadPageAsync(AuditFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => AuditRows.PageAsync(session, filter, page, pageSize), cancel);
    }

    public async Task<IReadOnlyList<AuditRecord>> LatestAsync(string what, int limit, CancellationToken cancel = default) =>
        await store.ReadAsync(session => AuditRows.LatestAsync(session, what, limit), cancel).ConfigureAwait(false);
}
