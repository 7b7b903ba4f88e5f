using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Outbox;

/// <summary>The reading of pushes.</summary>
internal static class PushQueries
{
    private const string Columns = """
        SELECT push_id, charge_id, kind, student_number, detail_json, created_at_ms, state, attempts, next_at_ms, error, done_at_ms FROM pushes
        """;

    public static ValueTask<PushRecord?> FindAsync(ISqlSession session, long pushId) =>
        session.OneAsync(Columns + " WHERE push_id = $1", Read, pushId);

    public static async ValueTask<IReadOnlyList<PushRecord>> DueAsync(ISqlSession session, DateTimeOffset now, int shard, int most) =>
        await session.ListAsync(DueSql(session.Dialect), Read, (long)shard, now.ToUnixTimeMilliseconds(), (long)most).ConfigureAwait(false);

    public static ValueTask<DateTimeOffset?> NextDueAsync(ISqlSession session, int shard) =>
        session.OneAsync<DateTimeOffset?>(NextDueSql(session.Dialect), row => row.Time(0), (long)shard);

    public static ValueTask<Page<PushRecord>> PageAsync(ISqlSession session, PushFilter filter, int page, int size) =>
        SqlPage.ReadAsync(session, CountSql(session.Dialect, filter), PageSql(session.Dialect, filter), Read, page, size);

    public static async ValueTask<IReadOnlyDictionary<PushState, long>> CountsAsync(ISqlSession session) => (await session.ListAsync(
        "SELECT state, CAST(sum(count) AS BIGINT) FROM push_counts GROUP BY state HAVING sum(count) > 0",
        row => KeyValuePair.Create((PushState)row.Int(0), row.Long(1))).ConfigureAwait(false)).ToDictionary();

    internal static string DueSql(SqlDialect dialect) =>
        Columns + FirstsOfShard(dialect) + " AND next_at_ms <= $2 ORDER BY next_at_ms, push_id LIMIT $3";

    internal static string NextDueSql(SqlDialect dialect) =>
        "SELECT next_at_ms FROM pushes" + FirstsOfShard(dialect) + " ORDER BY next_at_ms LIMIT 1";

    /// <summary>One student's or one charge's are few and counted; of all the others the counts are kept.</summary>
    internal static SqlText CountSql(SqlDialect dialect, PushFilter filter) => filter is { StudentNumber: null, ChargeId: null }
        ? Where(filter).Before("SELECT CAST(coalesce(sum(count), 0) AS BIGINT) FROM push_counts")
        : Where(filter).Before("SELECT count(*) FROM pushes" + Index(dialect, filter));

    internal static SqlText PageSql(SqlDialect dialect, PushFilter filter) =>
        Where(filter).Before(Columns + Index(dialect, filter)).With(" ORDER BY push_id DESC");

    /// <summary>What is pending in a shard and waits for no earlier push of the same student.</summary>
    private static string FirstsOfShard(SqlDialect dialect) => $"""
        {dialect.Index("pushes_due")} WHERE state = 0 AND shard = $1 AND NOT EXISTS (
            SELECT 1 FROM pushes earlier{dialect.Index("pushes_waiting")}
            WHERE earlier.state = 0 AND earlier.student_number = pushes.student_number AND earlier.push_id < pushes.push_id)
        """;

    /// <summary>The index is named: SQLite, without statistics, cannot tell which finds fewer rows.</summary>
    private static string Index(SqlDialect dialect, PushFilter filter) => filter switch
    {
        { ChargeId: not null } => dialect.Index("pushes_by_charge"),
        { StudentNumber: not null } => dialect.Index("pushes_by_student"),
        { Kind: not null, State: null or PushState.Sent } => dialect.Index("pushes_by_kind"), // most have been sent
        { State: not null } => dialect.Index("pushes_by_state"),
        _ => "",
    };

    private static SqlText Where(PushFilter filter) => new SqlText(" WHERE true")
        .AndIf("student_number =", filter.StudentNumber).AndIf("charge_id =", filter.ChargeId)
        .AndIf("kind =", (long?)filter.Kind).AndIf("state =", (long?)filter.State);

    private static PushRecord Read(ISqlRow row) => new(
        row.Long(0), row.Long(1), (PushKind)row.Int(2), row.Text(3), row.Text(4), row.Time(5), (PushState)row.Int(6), row.Int(7),
        row.Time(8), row.TextOrNull(9), row.TimeOrNull(10));
}
