using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Audit;

/// <summary>Rows of the audit log.</summary>
internal static class AuditRows
{
    /// <summary>Adds one; runs in the transaction of the change it tells of.</summary>
    public static async ValueTask AddAsync(ISqlSession session, AuditAct act, string subject, string? beforeJson, string? afterJson) =>
        await session.RunAsync("INSERT INTO audit_log (at_ms, who, what, subject, before_json, after_json) VALUES ($1, $2, $3, $4, $5, $6)",
            act.At.ToUnixTimeMilliseconds(), act.Who, act.What, subject, beforeJson, afterJson).ConfigureAwait(false);

    /// <summary>Adds one unless it is there.</summary>
    public static async ValueTask AddOnceAsync(ISqlSession session, AuditAct act, string subject, string? beforeJson, string? afterJson)
    {
        await session.LockAsync("audit " + subject).ConfigureAwait(false);
        var there = await session.OneAsync("SELECT audit_id FROM audit_log WHERE subject = $1 AND what = $2 AND who = $3 AND at_ms = $4",
            row => (long?)row.Long(0), subject, act.What, act.Who, act.At.ToUnixTimeMilliseconds()).ConfigureAwait(false);
        if (there is null) await AddAsync(session, act, subject, beforeJson, afterJson).ConfigureAwait(false);
    }

    public static ValueTask<Page<AuditRecord>> PageAsync(ISqlSession session, AuditFilter filter, int page, int size)
    {
        var where = new SqlText(" WHERE true").AndIf("who =", filter.Who).AndIf("what =", filter.What).AndIf("subject =", filter.Subject)
            .AndIf("at_ms >=", filter.From?.ToUnixTimeMilliseconds()).AndIf("at_ms <", filter.To?.ToUnixTimeMilliseconds());
        var list = where.Before("SELECT audit_id, at_ms, who, what, subject, before_json, after_json FROM audit_log").With(" ORDER BY audit_id DESC");
        return SqlPage.ReadAsync(session, where.Before("SELECT count(*) FROM audit_log"), list, Read, page, size);
    }

    public static ValueTask<List<AuditRecord>> LatestAsync(ISqlSession session, string what, int limit) => session.ListAsync("""
        SELECT audit_id, at_ms, who, what, subject, before_json, after_json FROM audit_log WHERE what = $1 ORDER BY audit_id DESC LIMIT $2
        """, Read, what, (long)limit);

    private static AuditRecord Read(ISqlRow row) =>
        new(row.Long(0), row.Time(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5), row.TextOrNull(6));
}
