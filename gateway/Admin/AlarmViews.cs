namespace Sems.Gateway.Admin;

/// <summary>A page of alarms.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">The whole list's length.</param>
public sealed record AlarmPage(IReadOnlyList<AlarmView> Items, long Total);

/// <summary>Something that is wrong, or was. Times are UTC.</summary>
/// <param name="Ammeter">The meter; null when it is about the whole station.</param>
/// <param name="Severity">notice, warning or danger: the highest of what was folded into it.</param>
/// <param name="Open">Not over yet.</param>
/// <param name="Count">How often it was raised.</param>
/// <param name="ChargeId">The charge it was last seen in.</param>
/// <param name="Message">What was last seen.</param>
/// <param name="LastAt">When it was last raised.</param>
/// <param name="ClearedBy">Who or what ended it.</param>
public sealed record AlarmView(
    long Id, string Group, string? Ammeter, string Rule, string Severity, bool Open, int Count, long? ChargeId, string Message, DateTimeOffset RaisedAt,
    DateTimeOffset LastAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, DateTimeOffset? ClearedAt, string? ClearedBy);

/// <summary>How many alarms are open: in all, of those that nobody has acknowledged, and that are of severity danger.</summary>
public sealed record AlarmCountsView(long Open, long Unacknowledged, long Danger);
