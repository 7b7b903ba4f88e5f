namespace Sems.Storage.Books;

/// <summary>Something that holds in books that are in order.</summary>
/// <param name="Name">Names its faults, in output and in tests.</param>
/// <param name="Holds">What holds.</param>
public sealed record BookRule(string Name, string Holds)
{
    /// <summary>The file itself.</summary>
    public static readonly BookRule File = new("file-damaged", "SQLite finds its files whole");

    /// <summary>Charge → bill.</summary>
    public static readonly BookRule BillMissing = new("bill-missing", "every charge that ended has its bill");

    /// <summary>Bill → charge.</summary>
    public static readonly BookRule BillOrphan = new("bill-orphan", "every bill has its charge, and it ended");

    /// <summary>Whose bill.</summary>
    public static readonly BookRule BillStudent = new("bill-student", "a bill is of the charge's student");

    /// <summary>Where it arose.</summary>
    public static readonly BookRule BillStation = new("bill-station", "a bill is of the charge's station");

    /// <summary>How much.</summary>
    public static readonly BookRule BillAmount = new("bill-amount", "no bill is below zero");

    /// <summary>Who settled it.</summary>
    public static readonly BookRule BillHistory = new("bill-history", "every bill went from unpaid to what it is in the steps its history tells, and none was waived without a reason");

    /// <summary>How a charge ended.</summary>
    public static readonly BookRule ChargeUnfinished = new("charge-unfinished", "every charge that ended says when, and how many samples it has");

    /// <summary>The running sums.</summary>
    public static readonly BookRule Totals = new("totals-differ", "the ledger's totals are the sums of its rows");

    /// <summary>The sums by day and station.</summary>
    public static readonly BookRule DailyTotals = new("daily-totals-differ", "the totals of every day and station are the sums of their rows");

    /// <summary>The sums by student.</summary>
    public static readonly BookRule Arrears = new("arrears-differ", "what a student owes is the sum of the unpaid bills");

    /// <summary>The price, kept twice.</summary>
    public static readonly BookRule ChargeFen = new("charge-fen", "a charge that ended says what its bill says");

    /// <summary>Stored samples.</summary>
    public static readonly BookRule CurveUnreadable = new("curve-unreadable", "every curve decodes");

    /// <summary>Their order.</summary>
    public static readonly BookRule CurveOrder = new("curve-order", "a curve has all its chunks, each in its place and time");

    /// <summary>How many.</summary>
    public static readonly BookRule CurveCount = new("curve-count", "a curve has as many samples as its chunks and its charge say");

    /// <summary>Curve → charge.</summary>
    public static readonly BookRule CurveOrphan = new("curve-orphan", "every curve has its charge");

    /// <summary>The journal of charges that ended.</summary>
    public static readonly BookRule JournalUnsealed = new("journal-unsealed", "the journal holds no sample of an ended charge that its curve does not");

    /// <summary>The journal's rows.</summary>
    public static readonly BookRule JournalUnreadable = new("journal-unreadable", "every row of the journal decodes");

    /// <summary>Grain states.</summary>
    public static readonly BookRule StateUnreadable = new("state-unreadable", "every state of a meter or a student decodes");

    /// <summary>Open charge → meter.</summary>
    public static readonly BookRule ChargeStuck = new("charge-stuck", "every open charge is its meter's session, or on its way to be or to end");

    /// <summary>Meter → ledger.</summary>
    public static readonly BookRule SessionOrphan = new("session-orphan", "every session is an open charge of the ledger");

    /// <summary>Meter against ledger.</summary>
    public static readonly BookRule SessionDiffers = new("session-differs", "meter and ledger agree on place, student and status");

    /// <summary>Session → student.</summary>
    public static readonly BookRule PlaceMissing = new("place-missing", "every session has its place at the student");

    /// <summary>Student → session.</summary>
    public static readonly BookRule PlaceOrphan = new("place-orphan", "every place at a student is of a session");

    /// <summary>Every rule, in the order they are told in.</summary>
    public static readonly IReadOnlyList<BookRule> All =
    [
        File, BillMissing, BillOrphan, BillStudent, BillStation, BillAmount, BillHistory, ChargeUnfinished, Totals, DailyTotals, Arrears, ChargeFen,
        CurveUnreadable, CurveOrder, CurveCount, CurveOrphan, JournalUnsealed, JournalUnreadable, StateUnreadable, ChargeStuck, SessionOrphan, SessionDiffers, PlaceMissing, PlaceOrphan,
    ];
}
