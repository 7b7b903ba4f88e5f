using System.Globalization;
using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Reports;

/// <summary>The reading of sums.</summary>
internal static class ReportQueries
{
    /// <summary>The sums of bills, b, and what their charges took, e: as <see cref="DailySums.Read"/> reads them.</summary>
    private const string BillColumns = """
        count(*), {0}, count(*) FILTER (WHERE b.status = 0), CAST(coalesce(sum(b.fen) FILTER (WHERE b.status = 0), 0) AS BIGINT),
        count(*) FILTER (WHERE b.status = 1), CAST(coalesce(sum(b.fen) FILTER (WHERE b.status = 1), 0) AS BIGINT),
        count(*) FILTER (WHERE b.status = 2), CAST(coalesce(sum(b.fen) FILTER (WHERE b.status = 2), 0) AS BIGINT)
        """;

    public static async ValueTask<DaySum> DayAsync(ISqlSession session, int day) =>
        await session.OneAsync($"SELECT {DailySums.Columns} FROM daily_totals d WHERE d.day = $1", row => DailySums.Read(row, 0), (long)day).ConfigureAwait(false);

    public static async ValueTask<DaySum> SpanAsync(ISqlSession session, DateTimeOffset from, DateTimeOffset to)
    {
        var (since, until) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var bills = await session.OneAsync(
            $"SELECT {Bills("0.0")} FROM bills b{session.Dialect.Index("bills_by_time")} WHERE b.created_at_ms >= $1 AND b.created_at_ms < $2",
            row => DailySums.Read(row, 0), since, until).ConfigureAwait(false);
        return await session.OneAsync($"""
            SELECT count(*), coalesce(sum(energy_wh), 0.0) FROM charges{session.Dialect.Index("charges_by_end")} WHERE ended_at_ms >= $1 AND ended_at_ms < $2
            """, row => bills with { Sessions = row.Long(0), EnergyWh = row.Double(1) }, since, until).ConfigureAwait(false);
    }

    public static ValueTask<List<SumRow>> ByDayAsync(ISqlSession session, SumFilter filter)
    {
        if (filter.StudentNumber is not null) return OfStudentAsync(session, filter, ChinaDay.Sql("b.created_at_ms"), row => Day(row.Long(0)));
        var sql = Days(filter).Before($"SELECT d.day, {DailySums.Columns} FROM daily_totals d").With(" GROUP BY d.day ORDER BY d.day");
        return session.ListAsync(sql.Sql, row => new SumRow(Day(row.Long(0)), null, DailySums.Read(row, 1)), sql.Values);
    }

    public static async ValueTask<List<SumRow>> ByStationAsync(ISqlSession session, SumFilter filter)
    {
        List<SumRow> rows;
        if (filter.StudentNumber is not null) rows = await OfStudentAsync(session, filter, "b.group_number", row => row.Text(0)).ConfigureAwait(false);
        else
        {
            var sql = Days(filter).Before($"SELECT d.group_number, {DailySums.Columns} FROM daily_totals d").With(" GROUP BY d.group_number ORDER BY d.group_number");
            rows = await session.ListAsync(sql.Sql, row => new SumRow(row.Text(0), null, DailySums.Read(row, 1)), sql.Values).ConfigureAwait(false);
        }

        var names = (await session.ListAsync("SELECT group_number, name FROM ammeter_groups", row => (Group: row.Text(0), Name: row.Text(1))).ConfigureAwait(false))
            .ToDictionary(n => n.Group, n => n.Name);
        return [.. rows.Select(r => r with { Name = names.GetValueOrDefault(r.Key) })];
    }

    public static async ValueTask<Page<SumRow>> ByStudentAsync(ISqlSession session, SumFilter filter, int page, int size)
    {
        if (filter.StudentNumber is not null)
        {
            var one = await OfStudentAsync(session, filter, "b.student_number", row => row.Text(0)).ConfigureAwait(false);
            return new Page<SumRow>(page == 1 ? one : [], one.Count);
        }

        var where = new SqlText(" WHERE true").AndIf("b.created_at_ms >=", Begin(filter.FirstDay)).AndIf("b.created_at_ms <", Begin(filter.LastDay + 1))
            .AndIf("b.group_number =", filter.Group);
        var from = $" FROM bills b{session.Dialect.Index("bills_by_time")}";
        var next = where.Values.Length + 1;
        var took = $"""
            (SELECT coalesce(sum(c.energy_wh), 0.0) FROM bills e{session.Dialect.Index("bills_by_student")} {session.Dialect.Join} charges c ON c.charge_id = e.charge_id
             WHERE e.student_number = p.student_number AND e.created_at_ms >= $1 AND e.created_at_ms < $2{(filter.Group is null ? "" : " AND e.group_number = $3")})
            """;
        var sql = $"""
            SELECT p.*, {took} FROM (
                SELECT b.student_number, {Bills("0.0")}, CAST(sum(b.fen) AS BIGINT) AS all_fen, count(*) OVER () AS students{from}{where.Sql}
                GROUP BY b.student_number ORDER BY all_fen DESC, b.student_number LIMIT ${next} OFFSET ${next + 1}) AS p
            ORDER BY p.all_fen DESC, p.student_number
            """;
        var rows = await session.ListAsync(
            sql, row => (Sum: new SumRow(row.Text(0), null, DailySums.Read(row, 1) with { EnergyWh = row.Double(11) }), Students: row.Long(10)),
            [.. where.Values, (long)size, (page - 1L) * size]).ConfigureAwait(false);
        if (rows.Count > 0 || page == 1) return new Page<SumRow>([.. rows.Select(r => r.Sum)], rows.Select(r => r.Students).FirstOrDefault());
        var all = where.Before("SELECT count(DISTINCT b.student_number)" + from);
        return new Page<SumRow>([], await session.OneAsync(all.Sql, row => row.Long(0), all.Values).ConfigureAwait(false));
    }

    public static async ValueTask<Page<ArrearsRow>> ArrearsAsync(ISqlSession session, bool descending, int page, int size)
    {
        var (from, order) = (" FROM arrears a" + session.Dialect.Index("arrears_by_fen") + " WHERE a.unpaid_fen > 0", descending ? "DESC" : "ASC");
        return await SqlPage.ReadAsync(session, new SqlText("SELECT count(*)" + from), new SqlText($"""
            SELECT a.student_number, a.unpaid_bills, a.unpaid_fen, coalesce(s.blocked, 0),
                   coalesce((SELECT min(b.created_at_ms) FROM bills b WHERE b.student_number = a.student_number AND b.status = 0), 0)
            {from.Replace(" WHERE", " LEFT JOIN students s ON s.student_number = a.student_number WHERE", StringComparison.Ordinal)}
            ORDER BY a.unpaid_fen {order}, a.student_number {order}
            """), row => new ArrearsRow(row.Text(0), new BillSum(row.Long(1), row.Long(2)), row.Time(4), row.Int(3) != 0), page, size).ConfigureAwait(false);
    }

    /// <summary>What the bills of a list come to, by the sums of its whole days and the rows of what is left before and behind them.</summary>
    public static async ValueTask<long> BillsFenAsync(ISqlSession session, BillFilter filter)
    {
        var first = filter.From is { } from ? ChinaDay.Of(from.AddMilliseconds(-1)) + 1 : (int?)null;
        var end = filter.To is { } to ? ChinaDay.Of(to) : (int?)null;
        if (first >= end) return await FenAsync(session, filter).ConfigureAwait(false);
        var where = new SqlText(" WHERE true").AndIf("d.day >=", (long?)first).AndIf("d.day <", (long?)end).AndIf("d.group_number =", filter.Group);
        var days = await session.OneAsync($"SELECT {DailySums.Columns} FROM daily_totals d" + where.Sql, row => DailySums.Read(row, 0), where.Values).ConfigureAwait(false);
        var sum = filter.Status switch
        {
            null => days.Bills.Fen,
            BillStatus.Unpaid => days.Unpaid.Fen,
            BillStatus.Paid => days.Paid.Fen,
            _ => days.Waived.Fen,
        };
        if (first is { } day) sum += await FenAsync(session, filter with { To = ChinaDay.Begin(day) }).ConfigureAwait(false);
        if (end is { } last) sum += await FenAsync(session, filter with { From = ChinaDay.Begin(last) }).ConfigureAwait(false);
        return sum;
    }

    /// <summary>What the bills of a list come to, row by row.</summary>
    private static ValueTask<long> FenAsync(ISqlSession session, BillFilter filter) =>
        BillLists.Reader.SumAsync(session, BillLists.Of(filter), "CAST(coalesce(sum(t.fen), 0) AS BIGINT)", row => row.Long(0));

    private static ValueTask<List<SumRow>> OfStudentAsync(ISqlSession session, SumFilter filter, string key, Func<ISqlRow, string> read)
    {
        var where = new SqlText(" WHERE true").AndIf("b.student_number =", filter.StudentNumber).AndIf("b.created_at_ms >=", Begin(filter.FirstDay))
            .AndIf("b.created_at_ms <", Begin(filter.LastDay + 1)).AndIf("b.group_number =", filter.Group);
        var sql = where.Before($"""
            SELECT {key}, {Bills("coalesce(sum(c.energy_wh), 0.0)")}
            FROM bills b{session.Dialect.Index("bills_by_student")} {session.Dialect.Join} charges c ON c.charge_id = b.charge_id
            """).With(" GROUP BY 1 ORDER BY 1");
        return session.ListAsync(sql.Sql, row => new SumRow(read(row), null, DailySums.Read(row, 1)), sql.Values);
    }

    private static SqlText Days(SumFilter filter) => new SqlText(" WHERE true")
        .AndIf("d.day >=", (long)filter.FirstDay).AndIf("d.day <=", (long)filter.LastDay).AndIf("d.group_number =", filter.Group);

    private static string Bills(string energy) => BillColumns.Replace("{0}", energy, StringComparison.Ordinal);

    private static long Begin(int day) => ChinaDay.Begin(day).ToUnixTimeMilliseconds();

    private static string Day(long day) => day.ToString(CultureInfo.InvariantCulture);
}
