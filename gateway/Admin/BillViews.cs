namespace Sems.Gateway.Admin;

/// <summary>A page of bills.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">The whole list's length, counted to 100,000.</param>
/// <param name="Capped">There are more than that.</param>
/// <param name="SumFen">What all of the list comes to, fen; null where there are too many to be added up.</param>
public sealed record BillPage(IReadOnlyList<BillRowView> Items, long Total, bool Capped, long? SumFen);

/// <summary>A bill in a list. Times are UTC; money is integer fen; status is unpaid, paid or waived.</summary>
public sealed record BillRowView(
    long ChargeId, string StudentNumber, string Group, string Ammeter, DateTimeOffset StartedAt, DateTimeOffset CreatedAt, long Fen, string Status);

/// <summary>A bill with every change of its status, oldest first.</summary>
public sealed record BillHistoryView(
    long ChargeId, string StudentNumber, string Group, string Ammeter, DateTimeOffset StartedAt, DateTimeOffset CreatedAt, long Fen, string Status,
    IReadOnlyList<BillChangeView> Changes);

/// <summary>A change of a bill's status: by which administrator, when and why.</summary>
public sealed record BillChangeView(string From, string To, string By, DateTimeOffset At, string? Reason);

/// <summary>A step with a bill.</summary>
/// <param name="Reason">Why, at most 200 characters; a waiver must have one.</param>
public sealed record BillRequest(string? Reason);

/// <summary>A student's bills added up: fen and how many.</summary>
/// <param name="TotalFen">All bills: unpaid, paid and waived ones.</param>
/// <param name="Bills">How many in all.</param>
public sealed record AccountView(
    string StudentNumber, long TotalFen, long UnpaidFen, long PaidFen, long WaivedFen, long Bills, long UnpaidBills, long PaidBills, long WaivedBills);
