namespace Sems.Storage.Ledger;

/// <summary>What was charged and billed in a time, by what became of the bills since.</summary>
/// <param name="Sessions">Charges that ended.</param>
/// <param name="EnergyWh">What they took, Wh.</param>
public readonly record struct DaySum(long Sessions, double EnergyWh, BillSum Unpaid, BillSum Paid, BillSum Waived)
{
    /// <summary>All bills.</summary>
    public BillSum Bills => new(Unpaid.Count + Paid.Count + Waived.Count, Unpaid.Fen + Paid.Fen + Waived.Fen);

    /// <summary>Bills of one status.</summary>
    public static DaySum Of(BillStatus status, BillSum bills) => status switch
    {
        BillStatus.Unpaid => new DaySum(0, 0, bills, default, default),
        BillStatus.Paid => new DaySum(0, 0, default, bills, default),
        _ => new DaySum(0, 0, default, default, bills),
    };

    /// <summary>Both together.</summary>
    public static DaySum operator +(DaySum a, DaySum b) =>
        new(a.Sessions + b.Sessions, a.EnergyWh + b.EnergyWh, a.Unpaid + b.Unpaid, a.Paid + b.Paid, a.Waived + b.Waived);
}
