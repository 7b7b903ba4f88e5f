using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>Lists and sums of the batteries in use. Each order has an index; those who own a battery are thousands, not millions, so a filter may walk one.</summary>
internal static class BatteryLists
{
    /// <summary>Behind a prefix: above everything that begins with it, in the order of bytes.</summary>
    private const string Above = "\U0010FFFF";

    public static ValueTask<Page<BatteryRecord>> PageAsync(ISqlSession session, BatteryFilter filter, int page, int size) =>
        SqlPage.ReadAsync(session, CountSql(filter), ListSql(session.Dialect, filter), BatteryRows.Read, page, size);

    public static async ValueTask<BatterySummary> SummaryAsync(ISqlSession session)
    {
        var verdicts = await session.ListAsync(
            "SELECT verdict, count(*) FROM battery_health WHERE is_current = 1 GROUP BY verdict", row => (Verdict: (BatteryVerdict)row.Int(0), Count: row.Long(1)))
            .ConfigureAwait(false);
        var steps = await session.ListAsync(
            $"""
            SELECT CAST(soh * 1000 AS BIGINT) / {BatterySummary.Step * 1000}, count(*) FROM battery_health WHERE is_current = 1 AND soh IS NOT NULL GROUP BY 1 ORDER BY 1
            """, row => (From: (double)(row.Long(0) * BatterySummary.Step), Count: row.Long(1))).ConfigureAwait(false);
        var known = steps.Sum(s => s.Count);
        var middle = await session.ListAsync(
            $"""
            SELECT soh FROM battery_health{session.Dialect.Index("battery_health_by_soh_down")} WHERE is_current = 1 AND soh IS NOT NULL
            ORDER BY soh LIMIT $1 OFFSET $2
            """, row => row.Double(0), 2 - (known % 2), Math.Max(0, (known - 1) / 2)).ConfigureAwait(false);
        var counts = verdicts.ToDictionary(v => v.Verdict, v => v.Count);
        return new BatterySummary(
            verdicts.Sum(v => v.Count), Enum.GetValues<BatteryVerdict>().ToDictionary(v => v, v => counts.GetValueOrDefault(v)), steps,
            middle.Count == 0 ? null : middle.Average());
    }

    internal static SqlText CountSql(BatteryFilter filter) => Where(filter, new SqlText("SELECT count(*) FROM battery_health b"));

    internal static SqlText ListSql(SqlDialect dialect, BatteryFilter filter)
    {
        var (index, order) = Way(filter);
        var direction = filter.Descending ? "DESC" : "ASC";
        var by = order == "student_number" ? $"b.student_number {direction}" : $"b.{order} {direction}{(order == "soh" ? " NULLS LAST" : "")}, b.student_number {direction}";
        return Where(filter, new SqlText(BatteryRows.Listed + dialect.Index(index))).With(" ORDER BY " + by);
    }

    private static (string Index, string Order) Way(BatteryFilter filter) => filter switch
    {
        { Sort: BatterySort.SohPercent, Verdict: not null } => ("battery_health_by_verdict", SohOrder(filter)),
        { Sort: BatterySort.SohPercent, Brand: not null } => ("battery_health_by_brand", SohOrder(filter)),
        { Sort: BatterySort.SohPercent } => (filter.Descending ? "battery_health_by_soh_down" : "battery_health_by_soh", SohOrder(filter)),
        { Sort: BatterySort.LastAt } => ("battery_health_by_last", "last_at_ms"),
        { Sort: BatterySort.Charges } => ("battery_health_by_charges", "charges"),
        _ => ("battery_health_current", "student_number"),
    };

    /// <summary>Those of which nothing is known come last, either way.</summary>
    private static string SohOrder(BatteryFilter filter) => filter.Descending ? "soh" : "soh_or_last";

    private static SqlText Where(BatteryFilter filter, SqlText from)
    {
        var where = from.With(" WHERE b.is_current = 1");
        if (filter.Search is { } search)
        {
            where = new SqlText(
                where.Sql + " AND (b.student_number >= $1 AND b.student_number < $2 OR b.brand >= $1 AND b.brand < $2 OR b.model >= $1 AND b.model < $2)",
                search, search + Above);
        }
        if (filter.Verdict is { } verdict) where = where.With($" AND b.verdict = {(int)verdict}");
        return where.AndIf("b.brand =", filter.Brand);
    }
}
