namespace Sems.Storage.Alarms;

/// <summary>
/// Something is wrong. While an alarm of the same station, meter and rule is open it is folded into that one.
/// </summary>
/// <param name="Occurrence">Unique to this very event: the same one again changes nothing, also when its alarm has been cleared since.</param>
/// <param name="Ammeter">The meter, or null when it is about the whole station.</param>
/// <param name="Rule">Which rule, for example over_current.</param>
/// <param name="ChargeId">The charge it was seen in, or null.</param>
/// <param name="Message">What was seen, in one plain sentence with its figures.</param>
public sealed record AlarmRaise(
    string Occurrence, string Group, string? Ammeter, string Rule, AlarmSeverity Severity, long? ChargeId, string Message, DateTimeOffset At);

/// <summary>What was wrong is over: the open alarm of the station, meter and rule is cleared, if there is one.</summary>
/// <param name="Occurrence">Unique to this very event.</param>
/// <param name="By">The rule itself, or who says so.</param>
public sealed record AlarmClear(string Occurrence, string Group, string? Ammeter, string Rule, string By, DateTimeOffset At);

/// <summary>An alarm as kept.</summary>
/// <param name="Severity">The highest of what was folded into it.</param>
/// <param name="Count">How often it was raised.</param>
/// <param name="ChargeId">The charge of the latest, or null.</param>
/// <param name="Message">Of the latest.</param>
/// <param name="AcknowledgedBy">Who has seen it, or null.</param>
/// <param name="ClearedBy">Who or what ended it; null while it is open.</param>
public sealed record AlarmRecord(
    long AlarmId, string Group, string? Ammeter, string Rule, AlarmSeverity Severity, int Count, long? ChargeId, string Message,
    DateTimeOffset RaisedAt, DateTimeOffset LastAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy,
    DateTimeOffset? ClearedAt, string? ClearedBy)
{
    /// <summary>Not over yet.</summary>
    public bool IsOpen => ClearedAt is null;
}

/// <summary>Which alarms to list; null means any.</summary>
/// <param name="From">Last raised then or later.</param>
/// <param name="To">Last raised before.</param>
/// <param name="WorstFirst">By severity, then latest first; else just latest first.</param>
public sealed record AlarmFilter(
    string? Group = null, string? Ammeter = null, string? Rule = null, AlarmSeverity? Severity = null, long? ChargeId = null,
    bool? Open = null, bool? Acknowledged = null, DateTimeOffset? From = null, DateTimeOffset? To = null, bool WorstFirst = false);

/// <summary>What came of a step with an alarm.</summary>
public enum AlarmOutcome
{
    /// <summary>It was made.</summary>
    Changed,

    /// <summary>It had been made before.</summary>
    Unchanged,

    /// <summary>There is no such alarm.</summary>
    Unknown,
}
