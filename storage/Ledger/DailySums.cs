using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>Sums by day and station, kept in the transactions that end charges and settle bills: no summary adds up bills.</summary>
internal static class DailySums
{
    /// <summary>The sums of a row <c>d</c>, added up over those there are, as <see cref="Read"/> reads them.</summary>
    public const string Columns = """
        CAST(coalesce(sum(d.sessions), 0) AS BIGINT), coalesce(sum(d.energy_wh), 0.0),
        CAST(coalesce(sum(d.unpaid_bills), 0) AS BIGINT), CAST(coalesce(sum(d.unpaid_fen), 0) AS BIGINT),
        CAST(coalesce(sum(d.paid_bills), 0) AS BIGINT), CAST(coalesce(sum(d.paid_fen), 0) AS BIGINT),
        CAST(coalesce(sum(d.waived_bills), 0) AS BIGINT), CAST(coalesce(sum(d.waived_fen), 0) AS BIGINT)
        """;

    /// <summary>Adds to a station's day; late in a transaction, because others may wait for the row, but before the totals.</summary>
    public static async ValueTask AddAsync(ISqlSession session, string group, DateTimeOffset at, DaySum more) => await session.RunAsync("""
        INSERT INTO daily_totals AS d (day, group_number, sessions, energy_wh, unpaid_bills, unpaid_fen, paid_bills, paid_fen, waived_bills, waived_fen)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (day, group_number) DO UPDATE SET sessions = d.sessions + excluded.sessions, energy_wh = d.energy_wh + excluded.energy_wh,
        unpaid_bills = d.unpaid_bills + excluded.unpaid_bills, unpaid_fen = d.unpaid_fen + excluded.unpaid_fen,
        paid_bills = d.paid_bills + excluded.paid_bills, paid_fen = d.paid_fen + excluded.paid_fen,
        waived_bills = d.waived_bills + excluded.waived_bills, waived_fen = d.waived_fen + excluded.waived_fen
        """, (long)ChinaDay.Of(at), group, more.Sessions, more.EnergyWh, more.Unpaid.Count, more.Unpaid.Fen, more.Paid.Count, more.Paid.Fen,
        more.Waived.Count, more.Waived.Fen).ConfigureAwait(false);

    /// <summary>Reads <see cref="Columns"/> that begin at a column.</summary>
    public static DaySum Read(ISqlRow row, int first) => new(
        row.Long(first), row.Double(first + 1), new BillSum(row.Long(first + 2), row.Long(first + 3)),
        new BillSum(row.Long(first + 4), row.Long(first + 5)), new BillSum(row.Long(first + 6), row.Long(first + 7)));
}
