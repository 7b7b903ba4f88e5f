namespace Sems.Storage.Ledger;

/// <summary>The steps a bill may take: unpaid to paid or waived, and back to unpaid to correct a mistake.</summary>
public static class BillSteps
{
    /// <summary>Whether a bill of one status may get another: changed, unchanged, or which status stands in the way.</summary>
    public static BillOutcome Decide(BillStatus from, BillStatus to) => (from, to) switch
    {
        _ when from == to => BillOutcome.Unchanged,
        (BillStatus.Unpaid, BillStatus.Paid or BillStatus.Waived) => BillOutcome.Changed,
        (_, BillStatus.Unpaid) => BillOutcome.Changed,
        (BillStatus.Paid, _) => BillOutcome.IsPaid,
        (BillStatus.Waived, _) => BillOutcome.IsWaived,
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "not a status of a bill"),
    };
}
