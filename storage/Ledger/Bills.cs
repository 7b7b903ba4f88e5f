namespace Sems.Storage.Ledger;

/// <summary>What a charge cost.</summary>
/// <param name="Fen">Fen, not negative.</param>
public sealed record BillRecord(long ChargeId, string StudentNumber, long Fen, BillStatus Status, DateTimeOffset CreatedAt);

/// <summary>Whether a bill was settled.</summary>
public enum BillStatus
{
    /// <summary>未支付.</summary>
    Unpaid = 0,

    /// <summary>已支付.</summary>
    Paid = 1,

    /// <summary>已减免: waived by an administrator.</summary>
    Waived = 2,
}

/// <summary>A bill and the charge it is for.</summary>
public sealed record BillEntry(BillRecord Bill, string Group, string Ammeter, DateTimeOffset StartedAt);

/// <summary>A bill and every change of its status, oldest first.</summary>
public sealed record BillHistory(BillEntry Entry, IReadOnlyList<BillChange> Changes);

/// <summary>A change of a bill's status.</summary>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why: at most 200 characters; a waiver has one.</param>
public sealed record BillChange(BillStatus From, BillStatus To, string By, DateTimeOffset At, string? Reason);

/// <summary>A change wanted of a bill; the parameters are those of <see cref="BillChange"/>.</summary>
/// <param name="StudentNumber">Whose bill it must be.</param>
public sealed record BillSettlement(long ChargeId, string StudentNumber, BillStatus To, string By, DateTimeOffset At, string? Reason);

/// <summary>What became of a <see cref="BillSettlement"/>.</summary>
public enum BillOutcome
{
    /// <summary>The bill has the status now, and the change is in its history.</summary>
    Changed,

    /// <summary>It had the status already: nothing was written.</summary>
    Unchanged,

    /// <summary>There is no such bill.</summary>
    Unknown,

    /// <summary>It is another student's.</summary>
    OtherStudent,

    /// <summary>It is paid, and must be unpaid again first.</summary>
    IsPaid,

    /// <summary>It is waived, and must be unpaid again first.</summary>
    IsWaived,
}

/// <summary>Which bills to list, and in what order; null means any.</summary>
/// <param name="From">Made then or later.</param>
/// <param name="To">Made before then.</param>
/// <param name="MinFen">Of so much or more, fen.</param>
/// <param name="MaxFen">Of so much or less, fen.</param>
/// <param name="Descending">The latest, or the greatest, first.</param>
public sealed record BillFilter(
    string? StudentNumber = null, string? Group = null, BillStatus? Status = null, DateTimeOffset? From = null, DateTimeOffset? To = null,
    long? MinFen = null, long? MaxFen = null, BillSort Sort = BillSort.CreatedAt, bool Descending = true);

/// <summary>What bills are sorted by.</summary>
public enum BillSort
{
    /// <summary>When it was made.</summary>
    CreatedAt,

    /// <summary>What it is of.</summary>
    Fen,
}

/// <summary>How many bills there are, and their sum.</summary>
/// <param name="Fen">Fen.</param>
public readonly record struct BillSum(long Count, long Fen)
{
    /// <summary>Both together.</summary>
    public static BillSum operator +(BillSum a, BillSum b) => new(a.Count + b.Count, a.Fen + b.Fen);
}

/// <summary>A student's bills, added up at one moment.</summary>
public sealed record StudentAccount(string StudentNumber, BillSum Unpaid, BillSum Paid, BillSum Waived)
{
    /// <summary>All of them.</summary>
    public BillSum Total => new(Unpaid.Count + Paid.Count + Waived.Count, Unpaid.Fen + Paid.Fen + Waived.Fen);
}
