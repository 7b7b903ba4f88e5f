using Sems.Storage.Audit;
using Sems.Storage.Ledger;

namespace Sems.Storage.Sqlite;

/// <summary>The audit log, to be read.</summary>
internal class SqliteAuditReader(SqliteReaders readers) : IAuditReader
{
    public Task<Page<AuditRecord>> ReadPageAsync(AuditFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return readers.ReadAsync((filter, page, pageSize), AuditRows.Page, cancel);
    }
}
