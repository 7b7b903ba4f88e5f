using System.Text;
using Sems.Storage.Alarms;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Alarms;

/// <summary>The reading of alarms.</summary>
internal static class AlarmQueries
{
    private const string Columns = """
        SELECT alarm_id, group_number, ammeter_number, rule, severity, count, charge_id, message, raised_at_ms, last_at_ms,
               acknowledged_at_ms, acknowledged_by, cleared_at_ms, cleared_by
        FROM alarms
        """;

    /// <summary>The open alarm of a station, a meter or none, and a rule, said as it stands in the index of open alarms.</summary>
    internal const string IsOpen = " WHERE group_number = ?1 AND coalesce(ammeter_number, '') = coalesce(?2, '') AND rule = ?3 AND cleared_at_ms IS NULL";

    internal const string OpenSql = Columns + IsOpen;

    public static AlarmRecord? Find(SqliteDatabase database, long alarmId)
    {
        using var row = database.Statement(Columns + " WHERE alarm_id = ?").With(alarmId);
        return row.Step() ? Read(row) : null;
    }

    public static AlarmRecord? FindOpen(SqliteDatabase database, (string Group, string? Ammeter, string Rule) key)
    {
        using var row = database.Statement(OpenSql).With(key.Group).With(key.Ammeter).With(key.Rule);
        return row.Step() ? Read(row) : null;
    }

    public static Page<AlarmRecord> Page(SqliteDatabase database, (AlarmFilter Filter, int Page, int Size) key)
    {
        long total;
        using (var count = Bind(database.Statement(CountSql(key.Filter)), key.Filter))
        {
            count.Step();
            total = count.Long(0);
        }

        var skip = (key.Page - 1L) * key.Size;
        var items = new List<AlarmRecord>();
        if (skip >= total) return new Page<AlarmRecord>(items, total);
        using var rows = Bind(database.Statement(PageSql(key.Filter)), key.Filter).With(key.Size).With(skip);
        while (rows.Step()) items.Add(Read(rows));
        return new Page<AlarmRecord>(items, total);
    }

    internal static string CountSql(AlarmFilter filter) => "SELECT count(*) FROM alarms" + Index(filter) + Where(filter);

    internal static string PageSql(AlarmFilter filter) =>
        Columns + Index(filter) + Where(filter) + " ORDER BY last_at_ms DESC, alarm_id DESC LIMIT ? OFFSET ?";

    /// <summary>The index is named: each has the list's order, and SQLite, without statistics, cannot tell which finds fewer rows.</summary>
    private static string Index(AlarmFilter filter) => filter switch
    {
        { ChargeId: not null } => " INDEXED BY alarms_by_charge",
        { Open: true } => " INDEXED BY alarms_open_by_time",
        { Group: not null } => " INDEXED BY alarms_by_group",
        _ => "",
    };

    private static string Where(AlarmFilter filter)
    {
        var sql = new StringBuilder(" WHERE true");
        if (filter.Group is not null) sql.Append(" AND group_number = ?");
        if (filter.Ammeter is not null) sql.Append(" AND ammeter_number = ?");
        if (filter.Rule is not null) sql.Append(" AND rule = ?");
        if (filter.Severity is not null) sql.Append(" AND severity = ?");
        if (filter.ChargeId is not null) sql.Append(" AND charge_id = ?");
        if (filter.Open is { } open) sql.Append(open ? " AND cleared_at_ms IS NULL" : " AND cleared_at_ms IS NOT NULL");
        if (filter.Acknowledged is { } seen) sql.Append(seen ? " AND acknowledged_at_ms IS NOT NULL" : " AND acknowledged_at_ms IS NULL");
        return sql.ToString();
    }

    private static SqliteStatement Bind(SqliteStatement statement, AlarmFilter filter)
    {
        if (filter.Group is { } group) statement.With(group);
        if (filter.Ammeter is { } ammeter) statement.With(ammeter);
        if (filter.Rule is { } rule) statement.With(rule);
        if (filter.Severity is { } severity) statement.With((long)severity);
        if (filter.ChargeId is { } charge) statement.With(charge);
        return statement;
    }

    private static AlarmRecord Read(SqliteStatement row) => new(
        row.Long(0), row.Text(1), row.TextOrNull(2), row.Text(3), (AlarmSeverity)row.Int(4), row.Int(5), row.LongOrNull(6), row.Text(7),
        Time(row.Long(8)), Time(row.Long(9)), TimeOrNull(row.LongOrNull(10)), row.TextOrNull(11), TimeOrNull(row.LongOrNull(12)), row.TextOrNull(13));

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static DateTimeOffset? TimeOrNull(long? ms) => ms is { } value ? Time(value) : null;
}
