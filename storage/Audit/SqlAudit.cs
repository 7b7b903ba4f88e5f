using Sems.Storage.Sql;

namespace Sems.Storage.Audit;

/// <summary>The audit log.</summary>
internal sealed class SqlAudit(ISqlStore store) : SqlAuditReader(store), IAudit
{
    private readonly ISqlStore _store = store;

    public Task AddAsync(AuditAct act, string subject, string? beforeJson, string? afterJson) =>
        _store.WriteAsync(session => AuditRows.AddAsync(session, act, subject, beforeJson, afterJson));

    public Task AddOnceAsync(AuditAct act, string subject, string? beforeJson, string? afterJson) =>
        _store.WriteAsync(session => AuditRows.AddOnceAsync(session, act, subject, beforeJson, afterJson));
}
