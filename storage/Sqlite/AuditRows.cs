using System.Text;
using Sems.Storage.Audit;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>Rows of the audit log.</summary>
internal static class AuditRows
{
    /// <summary>Adds one; runs in the transaction of the change it tells of.</summary>
    public static void Add(SqliteDatabase database, AuditAct act, string subject, string? beforeJson, string? afterJson) => database
        .Statement("INSERT INTO audit_log (at_ms, who, what, subject, before_json, after_json) VALUES (?, ?, ?, ?, ?, ?)")
        .With(act.At.ToUnixTimeMilliseconds()).With(act.Who).With(act.What).With(subject).With(beforeJson).With(afterJson).Run();

    public static Page<AuditRecord> Page(SqliteDatabase database, (AuditFilter Filter, int Page, int Size) key)
    {
        var where = Where(key.Filter);
        long total;
        using (var count = Bind(database.Statement("SELECT count(*) FROM audit_log" + where), key.Filter))
        {
            count.Step();
            total = count.Long(0);
        }

        var skip = (key.Page - 1L) * key.Size;
        var items = new List<AuditRecord>();
        if (skip >= total) return new Page<AuditRecord>(items, total);
        using var rows = Bind(
            database.Statement($"""
                SELECT audit_id, at_ms, who, what, subject, before_json, after_json FROM audit_log{where}
                ORDER BY audit_id DESC LIMIT ? OFFSET ?
                """),
            key.Filter).With(key.Size).With(skip);
        while (rows.Step()) items.Add(Read(rows));
        return new Page<AuditRecord>(items, total);
    }

    private static string Where(AuditFilter filter)
    {
        var sql = new StringBuilder(" WHERE true");
        if (filter.Who is not null) sql.Append(" AND who = ?");
        if (filter.What is not null) sql.Append(" AND what = ?");
        if (filter.Subject is not null) sql.Append(" AND subject = ?");
        if (filter.From is not null) sql.Append(" AND at_ms >= ?");
        if (filter.To is not null) sql.Append(" AND at_ms < ?");
        return sql.ToString();
    }

    private static SqliteStatement Bind(SqliteStatement statement, AuditFilter filter)
    {
        if (filter.Who is { } who) statement.With(who);
        if (filter.What is { } what) statement.With(what);
        if (filter.Subject is { } subject) statement.With(subject);
        if (filter.From is { } from) statement.With(from.ToUnixTimeMilliseconds());
        if (filter.To is { } to) statement.With(to.ToUnixTimeMilliseconds());
        return statement;
    }

    private static AuditRecord Read(SqliteStatement row) => new(
        row.Long(0), DateTimeOffset.FromUnixTimeMilliseconds(row.Long(1)), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5), row.TextOrNull(6));
}
