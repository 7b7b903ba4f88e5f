using Sems.GrainInterfaces;
using Sems.Storage.Ledger;

namespace Sems.Grains.Students;

/// <summary>Steps with bills in the ledger's words, and its answers in ours.</summary>
internal static class BillMapping
{
    public static BillStatus Status(BillStep step) => step switch
    {
        BillStep.Pay => BillStatus.Paid,
        BillStep.Waive => BillStatus.Waived,
        BillStep.Reopen => BillStatus.Unpaid,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "not a step of a bill"),
    };

    public static BillRefusal Refusal(BillOutcome outcome) => outcome switch
    {
        BillOutcome.Changed or BillOutcome.Unchanged => BillRefusal.None,
        BillOutcome.Unknown => BillRefusal.BillUnknown,
        BillOutcome.OtherStudent => BillRefusal.OtherStudent,
        BillOutcome.IsPaid => BillRefusal.IsPaid,
        BillOutcome.IsWaived => BillRefusal.IsWaived,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of a settlement"),
    };
}
