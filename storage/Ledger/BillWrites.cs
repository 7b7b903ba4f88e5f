using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>The settling of bills, inside a transaction.</summary>
internal static class BillWrites
{
    /// <summary>Takes the step if it is one: the bill, the sum of what is owed and the history change together.</summary>
    public static async ValueTask<BillOutcome> SettleAsync(ISqlSession session, BillSettlement wanted)
    {
        var bill = await session.OneAsync(
            "SELECT student_number, fen, status, group_number, created_at_ms FROM bills WHERE charge_id = $1" + session.Dialect.ForUpdate,
            row => new Bill(row.Text(0), row.Long(1), (BillStatus)row.Int(2), row.Text(3), row.Time(4)), wanted.ChargeId).ConfigureAwait(false);
        if (bill is null) return BillOutcome.Unknown;
        if (bill.Student != wanted.StudentNumber) return BillOutcome.OtherStudent;
        var outcome = BillSteps.Decide(bill.Status, wanted.To);
        if (outcome == BillOutcome.Changed) await WriteAsync(session, wanted, bill).ConfigureAwait(false);
        return outcome;
    }

    private static async ValueTask WriteAsync(ISqlSession session, BillSettlement wanted, Bill bill)
    {
        await session.RunAsync("UPDATE bills SET status = $1 WHERE charge_id = $2", (long)wanted.To, wanted.ChargeId).ConfigureAwait(false);
        await session.RunAsync("""
            INSERT INTO bill_changes (charge_id, from_status, to_status, changed_by, changed_at_ms, reason) VALUES ($1, $2, $3, $4, $5, $6)
            """, wanted.ChargeId, (long)bill.Status, (long)wanted.To, wanted.By, wanted.At.ToUnixTimeMilliseconds(), wanted.Reason)
            .ConfigureAwait(false);
        await AuditRows.AddAsync(session, new AuditAct(wanted.By, What(wanted.To), wanted.At), AuditWords.Bill(wanted.ChargeId),
            Facts(bill, bill.Status, null), Facts(bill, wanted.To, wanted.Reason)).ConfigureAwait(false);
        var moved = DaySum.Of(wanted.To, new BillSum(1, bill.Fen)) + DaySum.Of(bill.Status, new BillSum(-1, -bill.Fen));
        await ArrearsWrites.AddAsync(session, bill.Student, moved.Unpaid).ConfigureAwait(false);
        await DailySums.AddAsync(session, bill.Group, bill.CreatedAt, moved).ConfigureAwait(false);
        await LedgerWrites.AddTotalsAsync(session, unpaidFen: Owed(wanted.To, bill.Fen) - Owed(bill.Status, bill.Fen)).ConfigureAwait(false);
    }

    private static string Facts(Bill bill, BillStatus status, string? reason) =>
        AuditFacts.Bill(bill.Student, bill.Fen, status.ToString().ToLowerInvariant(), reason);

    private static string What(BillStatus to) => to switch
    {
        BillStatus.Paid => AuditWords.BillPaid,
        BillStatus.Waived => AuditWords.BillWaived,
        _ => AuditWords.BillReopened,
    };

    private static long Owed(BillStatus status, long fen) => status == BillStatus.Unpaid ? fen : 0;

    private sealed record Bill(string Student, long Fen, BillStatus Status, string Group, DateTimeOffset CreatedAt);
}
