using System.Text;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Outbox;

/// <summary>The reading of pushes.</summary>
internal static class PushQueries
{
    private const string Columns = """
        SELECT push_id, charge_id, kind, student_number, detail_json, created_at_ms, state, attempts, next_at_ms, error, done_at_ms FROM pushes
        """;

    internal const string DueSql = Columns + PendingOfShard + " AND next_at_ms <= ? ORDER BY next_at_ms, push_id LIMIT ?";

    internal const string NextDueSql = "SELECT next_at_ms FROM pushes" + PendingOfShard + " ORDER BY next_at_ms LIMIT 1";

    private const string PendingOfShard = " INDEXED BY pushes_due WHERE state = 0 AND charge_id % ? = ?";

    public static PushRecord? Find(SqliteDatabase database, long pushId)
    {
        using var row = database.Statement(Columns + " WHERE push_id = ?").With(pushId);
        return row.Step() ? Read(row) : null;
    }

    public static IReadOnlyList<PushRecord> Due(SqliteDatabase database, (DateTimeOffset Now, int Shard, int Shards, int Most) key)
    {
        var due = new List<PushRecord>();
        using var rows = database.Statement(DueSql)
            .With(key.Shards).With(key.Shard).With(key.Now.ToUnixTimeMilliseconds()).With(key.Most);
        while (rows.Step()) due.Add(Read(rows));
        return due;
    }

    public static DateTimeOffset? NextDue(SqliteDatabase database, (int Shard, int Shards) key)
    {
        using var row = database.Statement(NextDueSql).With(key.Shards).With(key.Shard);
        return row.Step() ? Time(row.Long(0)) : null;
    }

    public static Page<PushRecord> Page(SqliteDatabase database, (PushFilter Filter, int Page, int Size) key)
    {
        long total;
        using (var count = Bind(database.Statement(CountSql(key.Filter)), key.Filter))
        {
            count.Step();
            total = count.Long(0);
        }

        var skip = (key.Page - 1L) * key.Size;
        var items = new List<PushRecord>();
        if (skip >= total) return new Page<PushRecord>(items, total);
        using var rows = Bind(database.Statement(PageSql(key.Filter)), key.Filter).With(key.Size).With(skip);
        while (rows.Step()) items.Add(Read(rows));
        return new Page<PushRecord>(items, total);
    }

    public static IReadOnlyDictionary<PushState, long> Counts(SqliteDatabase database, int unused)
    {
        var counts = new Dictionary<PushState, long>();
        using var rows = database.Statement("SELECT state, sum(count) FROM push_counts GROUP BY state HAVING sum(count) > 0");
        while (rows.Step()) counts[(PushState)rows.Int(0)] = rows.Long(1);
        return counts;
    }

    /// <summary>One student's or one charge's are few and counted; of all the others the counts are kept.</summary>
    internal static string CountSql(PushFilter filter) => filter is { StudentNumber: null, ChargeId: null }
        ? "SELECT coalesce(sum(count), 0) FROM push_counts" + Where(filter)
        : "SELECT count(*) FROM pushes" + Index(filter) + Where(filter);

    internal static string PageSql(PushFilter filter) => Columns + Index(filter) + Where(filter) + " ORDER BY push_id DESC LIMIT ? OFFSET ?";

    /// <summary>The index is named: SQLite, without statistics, cannot tell which finds fewer rows.</summary>
    private static string Index(PushFilter filter) => filter switch
    {
        { ChargeId: not null } => " INDEXED BY pushes_by_charge",
        { StudentNumber: not null } => " INDEXED BY pushes_by_student",
        { Kind: not null, State: null or PushState.Sent } => " INDEXED BY pushes_by_kind", // most have been sent
        { State: not null } => " INDEXED BY pushes_by_state",
        _ => "",
    };

    private static string Where(PushFilter filter)
    {
        var sql = new StringBuilder(" WHERE true");
        if (filter.StudentNumber is not null) sql.Append(" AND student_number = ?");
        if (filter.ChargeId is not null) sql.Append(" AND charge_id = ?");
        if (filter.Kind is not null) sql.Append(" AND kind = ?");
        if (filter.State is not null) sql.Append(" AND state = ?");
        return sql.ToString();
    }

    private static SqliteStatement Bind(SqliteStatement statement, PushFilter filter)
    {
        if (filter.StudentNumber is { } student) statement.With(student);
        if (filter.ChargeId is { } charge) statement.With(charge);
        if (filter.Kind is { } kind) statement.With((long)kind);
        if (filter.State is { } state) statement.With((long)state);
        return statement;
    }

    private static PushRecord Read(SqliteStatement row) => new(
        row.Long(0), row.Long(1), (PushKind)row.Int(2), row.Text(3), row.Text(4), Time(row.Long(5)), (PushState)row.Int(6), row.Int(7),
        Time(row.Long(8)), row.TextOrNull(9), row.LongOrNull(10) is { } done ? Time(done) : null);

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
