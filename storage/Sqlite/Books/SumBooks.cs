using System.Globalization;
using Sems.Storage.Books;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Books;

/// <summary>The sums by day and by student against the rows they are of.</summary>
internal sealed class SumBooks(SqliteDatabase database, BookReport report)
{
    /// <summary>What the rows make, as the migration that made the table added them up.</summary>
    private const string Days = """
        SELECT day, group_number, sum(sessions), sum(energy_wh), sum(unpaid), sum(unpaid * fen), sum(paid), sum(paid * fen), sum(waived), sum(waived * fen)
        FROM (
            SELECT (ended_at_ms + 28800000) / 86400000 AS day, group_number, 1 AS sessions, coalesce(energy_wh, 0.0) AS energy_wh,
                   0 AS unpaid, 0 AS paid, 0 AS waived, 0 AS fen
            FROM charges WHERE status = 4 AND ended_at_ms IS NOT NULL
            UNION ALL
            SELECT (created_at_ms + 28800000) / 86400000, group_number, 0, 0.0, status = 0, status = 1, status = 2, fen FROM bills
            UNION ALL
            SELECT day, group_number, -sessions, -energy_wh, 0, 0, 0, 0 FROM daily_totals
        ) GROUP BY day, group_number
        """;

    /// <summary>Finds every difference.</summary>
    public void Check()
    {
        CheckDays();
        CheckArrears();
        CheckPrices();
    }

    private void CheckDays()
    {
        using var rows = database.Statement($"""
            SELECT r.*, d.unpaid_bills, d.unpaid_fen, d.paid_bills, d.paid_fen, d.waived_bills, d.waived_fen
            FROM ({Days}) r LEFT JOIN daily_totals d ON d.day = r.day AND d.group_number = r.group_number
            """);
        while (rows.Step())
        {
            report.Checked(BookRule.DailyTotals);
            var same = rows.Long(2) == 0 && Math.Abs(rows.Double(3)) < 1e-3;
            for (var column = 4; column < 10; column++) same &= rows.Long(column) == rows.Long(column + 6);
            if (!same) report.Fault(BookRule.DailyTotals, string.Create(CultureInfo.InvariantCulture, $"station {rows.Text(1)}, {Date(rows.Int(0))}"));
        }
    }

    private void CheckArrears()
    {
        using var rows = database.Statement("""
            SELECT student_number, sum(bills), sum(fen) FROM (
                SELECT student_number, 1 AS bills, fen FROM bills WHERE status = 0
                UNION ALL SELECT student_number, -unpaid_bills, -unpaid_fen FROM arrears
            ) GROUP BY student_number
            """);
        while (rows.Step())
        {
            report.Checked(BookRule.Arrears);
            if (rows.Long(1) != 0 || rows.Long(2) != 0)
                report.Fault(BookRule.Arrears, string.Create(CultureInfo.InvariantCulture, $"student {rows.Text(0)}: the rows make {rows.Long(2)} fen more"));
        }
    }

    private void CheckPrices()
    {
        using var rows = database.Statement("""
            SELECT c.charge_id, c.fen IS b.fen FROM charges c LEFT JOIN bills b ON b.charge_id = c.charge_id WHERE c.fen IS NOT NULL OR b.fen IS NOT NULL
            """);
        while (rows.Step())
        {
            report.Checked(BookRule.ChargeFen);
            if (rows.Int(1) == 0) report.Fault(BookRule.ChargeFen, string.Create(CultureInfo.InvariantCulture, $"charge {rows.Long(0)}"));
        }
    }

    private static string Date(int day) => Ledger.ChinaDay.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
