using Sems.Storage.Audit;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>The audit log.</summary>
internal sealed class SqliteAudit(SqliteWriter writer, SqliteReaders readers) : SqliteAuditReader(readers), IAudit
{
    public Task AddAsync(AuditAct act, string subject, string? beforeJson, string? afterJson) =>
        writer.WriteAsync(database => AuditRows.Add(database, act, subject, beforeJson, afterJson));
}
