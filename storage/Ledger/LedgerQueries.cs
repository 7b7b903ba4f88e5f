using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>The reading half of the ledger.</summary>
internal static class LedgerQueries
{
    /// <summary>What is read of a charge, c, and its bill, b.</summary>
    public const string Columns = """
        SELECT c.charge_id, c.group_number, c.ammeter_number, c.student_number, c.card_number, c.status, c.started_at_ms,
               c.ended_at_ms, c.full_at_ms, c.samples, c.energy_wh, c.reason, c.tariff_json,
               b.student_number, b.fen, b.status, b.created_at_ms, c.energy_backward, c.energy_jumps, c.energy_scales

        """;

    public static ValueTask<ChargeRecord?> ChargeAsync(ISqlSession session, long chargeId) =>
        session.OneAsync(Columns + "FROM charges c LEFT JOIN bills b ON b.charge_id = c.charge_id WHERE c.charge_id = $1", ReadCharge, chargeId);

    public static ValueTask<List<OpenCharge>> OpenChargesAsync(ISqlSession session) => session.ListAsync("""
        SELECT charge_id, group_number, ammeter_number, student_number, status FROM charges
        WHERE status < 4 ORDER BY started_at_ms, charge_id
        """, row => new OpenCharge(row.Long(0), row.Text(1), row.Text(2), row.Text(3), (ChargeStatus)row.Int(4)));

    public static ValueTask<long> UnpaidFenAsync(ISqlSession session, string studentNumber) => session.OneAsync(
        "SELECT CAST(coalesce(sum(fen), 0) AS BIGINT) FROM bills WHERE student_number = $1 AND status = 0", row => row.Long(0), studentNumber);

    public static async ValueTask<LedgerTotals> TotalsAsync(ISqlSession session) => (await session.OneAsync("""
        SELECT (SELECT count(*) FROM charges WHERE status < 4 AND status > 0), CAST(sum(ended_charges) AS BIGINT), CAST(sum(bills) AS BIGINT),
               CAST(sum(bills_fen) AS BIGINT), CAST(sum(unpaid_fen) AS BIGINT), sum(energy_wh)
        FROM ledger_totals
        """, row => new LedgerTotals(row.Long(0), row.Long(1), row.Long(2), row.Long(3), row.Long(4), row.Double(5))).ConfigureAwait(false))!;

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static ChargeRecord ReadCharge(ISqlRow row)
    {
        var id = row.Long(0);
        var bill = row.IsNull(13) ? null : new BillRecord(id, row.Text(13), row.Long(14), (BillStatus)row.Int(15), row.Time(16));
        return new ChargeRecord(id, row.Text(1), row.Text(2), row.Text(3), row.Text(4), (ChargeStatus)row.Int(5), row.Time(6),
            row.TimeOrNull(7), row.TimeOrNull(8), row.LongOrNull(9), row.DoubleOrNull(10), row.TextOrNull(11), row.Text(12), bill,
            row.IsNull(17) ? null : new EnergyFaultCounts(row.Int(17), row.Int(18), row.Int(19)));
    }
}
