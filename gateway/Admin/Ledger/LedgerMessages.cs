using System.Text.Json.Serialization;

namespace Sems.Gateway.Admin.Ledger;

/// <summary>One step with many bills.</summary>
/// <param name="Step">pay, waive or reopen.</param>
/// <param name="ChargeIds">At most 500.</param>
/// <param name="Reason">Why, at most 200 characters; a waiver must have one.</param>
public sealed record SettleRequest(string? Step, IReadOnlyList<long>? ChargeIds, string? Reason);

/// <summary>What became of each, in the order asked.</summary>
public sealed record SettleView(IReadOnlyList<SettleResult> Results);

/// <summary>What became of one bill.</summary>
/// <param name="Message">Why not.</param>
public sealed record SettleResult(long ChargeId, bool Ok, string? Message);

/// <summary>Sums by day, station or student. From and to are the beginning of the first day and the end of the last, China's.</summary>
/// <param name="Items">The sums.</param>
/// <param name="From">When the first day begins.</param>
/// <param name="To">When the last day ends.</param>
/// <param name="Total">How many there are in all: by student they come in pages.</param>
public sealed record SummaryView(IReadOnlyList<SummaryRow> Items, DateTimeOffset From, DateTimeOffset To, long Total);

/// <summary>A sum: fen and kWh.</summary>
/// <param name="Key">The date, the station's number or the student's.</param>
/// <param name="Name">The station's.</param>
public sealed record SummaryRow(string Key, string? Name, long Bills, long Fen, long UnpaidFen, long PaidFen, long WaivedFen, double EnergyKwh);

/// <summary>A page of students who owe something.</summary>
/// <param name="SumFen">What all students owe, fen.</param>
public sealed record ArrearsPage(IReadOnlyList<ArrearsView> Items, long Total, long SumFen);

/// <summary>What a student owes.</summary>
/// <param name="OldestAt">When the oldest unpaid bill was made.</param>
public sealed record ArrearsView(string StudentNumber, long UnpaidFen, long UnpaidBills, DateTimeOffset OldestAt, bool Blocked);

/// <summary>The phases of a charge, in order.</summary>
public sealed record PhasesView(IReadOnlyList<PhaseView> Phases);

/// <summary>A phase: constant_current, taper, trickle, zero_current, interrupted or idle; and how sure that is, 0 to 1.</summary>
public sealed record PhaseView(string Phase, DateTimeOffset From, DateTimeOffset To, double Confidence);

/// <summary>What people told a charge's meter while it lasted, in order.</summary>
public sealed record ControlsView(IReadOnlyList<ControlView> Controls);

/// <summary>A command.</summary>
/// <param name="Action">on, off, release, lock or unlock.</param>
/// <param name="MeterControl">What the station has been told since.</param>
public sealed record ControlView(DateTimeOffset At, string By, string Action, string? MeterControl);

/// <summary>What happened on the campus, newest first.</summary>
public sealed record EventsView(IReadOnlyList<EventView> Items);

/// <summary>Something that happened.</summary>
/// <param name="Kind">charge_started, charge_ended, alarm_raised, alarm_cleared, control or push_dead.</param>
/// <param name="Text">The same in words.</param>
public sealed record EventView(
    DateTimeOffset At, string Kind, string? Group, string? Ammeter, string? StudentNumber, long? ChargeId, long? Fen, string? Rule, string? Severity,
    string? By, string Text);

/// <summary>JSON of lists and sums of the ledger.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SettleRequest))]
[JsonSerializable(typeof(SettleView))]
[JsonSerializable(typeof(SummaryView))]
[JsonSerializable(typeof(ArrearsPage))]
[JsonSerializable(typeof(PhasesView))]
[JsonSerializable(typeof(ControlsView))]
[JsonSerializable(typeof(EventsView))]
public sealed partial class LedgerJson : JsonSerializerContext;
