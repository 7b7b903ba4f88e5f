namespace Sems.Gateway.Admin;

/// <summary>A page of pushes.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">The whole list's length.</param>
public sealed record PushPage(IReadOnlyList<PushView> Items, long Total);

/// <summary>A push to a student. Times are UTC.</summary>
/// <param name="Kind">already_finish, pay_finish, delay or exception.</param>
/// <param name="State">pending, sent, undeliverable (the student cannot be reached) or dead (given up).</param>
/// <param name="Text">What the student reads.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="NextAt">A pending one is not tried before.</param>
/// <param name="DoneAt">When it was sent or given up.</param>
/// <param name="Error">What the last try failed of, or why it was given up.</param>
public sealed record PushView(
    long Id, long ChargeId, string Kind, string StudentNumber, string State, string Text, DateTimeOffset CreatedAt, int Attempts,
    DateTimeOffset? NextAt, DateTimeOffset? DoneAt, string? Error);

/// <summary>How many pushes there are of each state.</summary>
public sealed record PushCountsView(long Pending, long Sent, long Undeliverable, long Dead);
