using Sems.Storage.Analysis;
using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>The rows of charges, written inside a transaction.</summary>
internal static class LedgerWrites
{
    /// <summary>False: it is there already.</summary>
    public static async ValueTask<bool> BeginAsync(ISqlSession session, ChargeStart start) => await session.RunAsync("""
        INSERT INTO charges (charge_id, group_number, ammeter_number, student_number, card_number, status, started_at_ms, tariff_json)
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7) ON CONFLICT (charge_id) DO NOTHING
        """, start.ChargeId, start.Group, start.Ammeter, start.StudentNumber, start.CardNumber, start.StartedAt.ToUnixTimeMilliseconds(),
        start.TariffJson).ConfigureAwait(false) == 1;

    public static async ValueTask SetStatusAsync(ISqlSession session, long chargeId, ChargeStatus status)
    {
        var changed = await session.RunAsync("UPDATE charges SET status = $1 WHERE charge_id = $2 AND status <> 4", (long)status, chargeId)
            .ConfigureAwait(false);
        if (changed == 0) await RequireChargeAsync(session, chargeId).ConfigureAwait(false);
    }

    /// <summary>False: it is not there, or has got past starting.</summary>
    public static async ValueTask<bool> AbandonAsync(ISqlSession session, long chargeId) =>
        await session.RunAsync("DELETE FROM charges WHERE charge_id = $1 AND status = 0", chargeId).ConfigureAwait(false) == 1;

    /// <summary>Ends a charge with its bill and the totals; false: it has ended already.</summary>
    public static async ValueTask<bool> CloseAsync(ISqlSession session, ChargeEnd end)
    {
        var ended = await session.RunAsync("""
            UPDATE charges SET status = 4, ended_at_ms = $1, full_at_ms = $2, samples = $3, energy_wh = $4, reason = $5,
            energy_backward = $6, energy_jumps = $7, energy_scales = $8, fen = $9
            WHERE charge_id = $10 AND status <> 4
            """, end.EndedAt.ToUnixTimeMilliseconds(), end.FullAt?.ToUnixTimeMilliseconds(), end.Samples, end.EnergyWh, end.Reason,
            end.EnergyFaults?.Backward, end.EnergyFaults?.Jumps, end.EnergyFaults?.Scales, end.Fen, end.ChargeId).ConfigureAwait(false);
        if (ended == 0)
        {
            await RequireChargeAsync(session, end.ChargeId).ConfigureAwait(false);
            return false;
        }

        var billed = await session.RunAsync("""
            INSERT INTO bills (charge_id, student_number, group_number, fen, status, created_at_ms)
            SELECT charge_id, $1, group_number, $2, 0, $3 FROM charges WHERE charge_id = $4
            ON CONFLICT (charge_id) DO NOTHING
            """, end.StudentNumber, end.Fen, end.EndedAt.ToUnixTimeMilliseconds(), end.ChargeId).ConfigureAwait(false);
        var fen = billed == 1 ? end.Fen : 0;
        var place = await session.OneAsync("SELECT group_number FROM charges WHERE charge_id = $1", row => row.Text(0), end.ChargeId).ConfigureAwait(false);
        await ArrearsWrites.AddAsync(session, end.StudentNumber, new BillSum(billed, fen)).ConfigureAwait(false);
        await DailySums.AddAsync(session, place!, end.EndedAt, new DaySum(1, end.EnergyWh ?? 0, new BillSum(billed, fen), default, default)).ConfigureAwait(false);
        await AnalysisRows.QueueAsync(session, end.ChargeId).ConfigureAwait(false);
        await AddTotalsAsync(session, endedCharges: 1, billed, fen, fen, end.EnergyWh ?? 0).ConfigureAwait(false);
        return true;
    }

    /// <summary>Adds to the sums over the ledger; late in a transaction, because others may wait for the row.</summary>
    public static async ValueTask AddTotalsAsync(
        ISqlSession session, long endedCharges = 0, long bills = 0, long billsFen = 0, long unpaidFen = 0, double energyWh = 0)
    {
        var changed = await session.RunAsync($"""
            UPDATE ledger_totals SET ended_charges = ended_charges + $1, bills = bills + $2, bills_fen = bills_fen + $3,
            unpaid_fen = unpaid_fen + $4, energy_wh = energy_wh + $5 WHERE id = {session.Dialect.Slot}
            """, endedCharges, bills, billsFen, unpaidFen, energyWh).ConfigureAwait(false);
        if (changed != 1) throw new InvalidDataException("the row of the ledger's totals is missing");
    }

    private static async ValueTask RequireChargeAsync(ISqlSession session, long chargeId)
    {
        var found = await session.OneAsync<long?>("SELECT 1 FROM charges WHERE charge_id = $1", row => row.Long(0), chargeId).ConfigureAwait(false);
        if (found is null) throw new InvalidOperationException($"there is no charge {chargeId}");
    }
}
