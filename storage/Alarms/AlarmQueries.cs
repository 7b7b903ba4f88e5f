using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Alarms;

/// <summary>The reading of alarms.</summary>
internal static class AlarmQueries
{
    private const string Columns = """
        SELECT alarm_id, group_number, ammeter_number, rule, severity, count, charge_id, message, raised_at_ms, last_at_ms,
               acknowledged_at_ms, acknowledged_by, cleared_at_ms, cleared_by
        FROM alarms
        """;

    internal static readonly string OpenSql = Columns + WhereOpen(first: 1);

    /// <summary>The open alarm of a station, a meter or none, and a rule, said as it stands in the index of open alarms.</summary>
    /// <param name="first">The number of the first of its three parameters.</param>
    public static string WhereOpen(int first) => $"""
         WHERE group_number = ${first} AND coalesce(ammeter_number, '') = coalesce(${first + 1}, '') AND rule = ${first + 2} AND cleared_at_ms IS NULL
        """;

    public static ValueTask<AlarmRecord?> FindAsync(ISqlSession session, long alarmId) =>
        session.OneAsync(Columns + " WHERE alarm_id = $1", Read, alarmId);

    public static ValueTask<AlarmRecord?> FindOpenAsync(ISqlSession session, string group, string? ammeter, string rule) =>
        session.OneAsync(OpenSql, Read, group, ammeter, rule);

    public static ValueTask<Page<AlarmRecord>> PageAsync(ISqlSession session, AlarmFilter filter, int page, int size) =>
        SqlPage.ReadAsync(session, CountSql(session.Dialect, filter), PageSql(session.Dialect, filter), Read, page, size);

    public static ValueTask<List<(string Group, int Count)>> OpenCountsAsync(ISqlSession session) => session.ListAsync(
        "SELECT group_number, count(*) FROM alarms WHERE cleared_at_ms IS NULL GROUP BY group_number", row => (row.Text(0), row.Int(1)));

    public static ValueTask<List<AlarmRecord>> LatestAsync(ISqlSession session, bool cleared, int limit) => session.ListAsync(Columns + (cleared
        ? session.Dialect.Index("alarms_by_cleared") + " WHERE cleared_at_ms IS NOT NULL ORDER BY cleared_at_ms DESC, alarm_id DESC LIMIT $1"
        : " ORDER BY alarm_id DESC LIMIT $1"), Read, (long)limit);

    internal static SqlText CountSql(SqlDialect dialect, AlarmFilter filter) =>
        Where(filter).Before("SELECT count(*) FROM alarms" + Index(dialect, filter));

    internal static SqlText PageSql(SqlDialect dialect, AlarmFilter filter) =>
        Where(filter).Before(Columns + Index(dialect, filter)).With($" ORDER BY {(filter.WorstFirst ? "severity DESC, " : "")}last_at_ms DESC, alarm_id DESC");

    /// <summary>The index is named: each has the list's order, and SQLite, without statistics, cannot tell which finds fewer rows.</summary>
    private static string Index(SqlDialect dialect, AlarmFilter filter) => filter switch
    {
        { ChargeId: not null } => dialect.Index("alarms_by_charge"),
        { Open: true } => dialect.Index("alarms_open_by_time"),
        { Group: not null } => dialect.Index("alarms_by_group"),
        _ => "",
    };

    private static SqlText Where(AlarmFilter filter)
    {
        var where = new SqlText(" WHERE true").AndIf("group_number =", filter.Group).AndIf("ammeter_number =", filter.Ammeter)
            .AndIf("rule =", filter.Rule).AndIf("severity =", (long?)filter.Severity).AndIf("charge_id =", filter.ChargeId)
            .AndIf("last_at_ms >=", filter.From?.ToUnixTimeMilliseconds()).AndIf("last_at_ms <", filter.To?.ToUnixTimeMilliseconds());
        if (filter.Open is { } open) where = where.With(open ? " AND cleared_at_ms IS NULL" : " AND cleared_at_ms IS NOT NULL");
        if (filter.Acknowledged is { } seen) where = where.With(seen ? " AND acknowledged_at_ms IS NOT NULL" : " AND acknowledged_at_ms IS NULL");
        return where;
    }

    private static AlarmRecord Read(ISqlRow row) => new(
        row.Long(0), row.Text(1), row.TextOrNull(2), row.Text(3), (AlarmSeverity)row.Int(4), row.Int(5), row.LongOrNull(6), row.Text(7),
        row.Time(8), row.Time(9), row.TimeOrNull(10), row.TextOrNull(11), row.TimeOrNull(12), row.TextOrNull(13));
}
