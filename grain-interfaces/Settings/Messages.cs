using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>A change of settings.</summary>
/// <param name="Group">A station, or null for the campus.</param>
/// <param name="Json">What to set; a field that is null is taken back. An empty object with <paramref name="Replace"/> takes everything back.</param>
/// <param name="Replace">What is set and not named here is taken back too.</param>
/// <param name="ExpectedVersion">The version it is made on; 0 when nothing was ever set.</param>
/// <param name="By">Which administrator makes it.</param>
[GenerateSerializer, Immutable, Alias("sems.SettingsWish")]
public sealed record SettingsWish(
    [property: Id(0)] string? Group, [property: Id(1)] string Json, [property: Id(2)] bool Replace, [property: Id(3)] long ExpectedVersion,
    [property: Id(4)] string By);

/// <summary>Settings, or why they were not changed.</summary>
/// <param name="Refusal">Why not, or none.</param>
/// <param name="Faults">With <see cref="SettingsRefusal.Invalid"/>: all of them.</param>
/// <param name="Report">The settings as they are now; null with a refusal.</param>
[GenerateSerializer, Immutable, Alias("sems.SettingsAnswer")]
public sealed record SettingsAnswer(
    [property: Id(0)] SettingsRefusal Refusal, [property: Id(1)] ImmutableArray<SettingsFault> Faults, [property: Id(2)] SettingsReport? Report);

/// <summary>Settings of the campus or a station.</summary>
[GenerateSerializer, Immutable, Alias("sems.SettingsReport")]
public sealed record SettingsReport
{
    /// <summary>The station, or null for the campus.</summary>
    [Id(0)] public string? Group { get; init; }

    /// <summary>One more with every change; 0 when nothing was ever set.</summary>
    [Id(1)] public required long Version { get; init; }

    /// <summary>By whom it was last changed, or null.</summary>
    [Id(2)] public string? ChangedBy { get; init; }

    /// <summary>When.</summary>
    [Id(3)] public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>JSON: only what is set here.</summary>
    [Id(4)] public required string SetJson { get; init; }

    /// <summary>JSON: what is in force, every field.</summary>
    [Id(5)] public required string EffectiveJson { get; init; }

    /// <summary>JSON: what is underneath, every field: the configuration's for the campus, the campus's for a station.</summary>
    [Id(6)] public required string DefaultsJson { get; init; }

    /// <summary>The stations that have settings of their own; with the campus's only.</summary>
    [Id(7)] public required ImmutableArray<StationSettings> Stations { get; init; }
}

/// <summary>A station that has settings of its own.</summary>
[GenerateSerializer, Immutable, Alias("sems.StationSettings")]
public sealed record StationSettings(
    [property: Id(0)] string Group, [property: Id(1)] long Version, [property: Id(2)] string ChangedBy, [property: Id(3)] DateTimeOffset ChangedAt,
    [property: Id(4)] string SetJson);

/// <summary>What is wrong with a setting.</summary>
/// <param name="Field">Its name, for example rules.over_current.limit.</param>
/// <param name="Value">What was given, as JSON, shortened.</param>
/// <param name="Kind">What it should be.</param>
/// <param name="Least">Of a number.</param>
/// <param name="Most">Of a number.</param>
/// <param name="Other">The other field it must agree with.</param>
[GenerateSerializer, Immutable, Alias("sems.SettingsFault")]
public sealed record SettingsFault(
    [property: Id(0)] string Field, [property: Id(1)] string Value, [property: Id(2)] SettingsFaultKind Kind,
    [property: Id(3)] double? Least = null, [property: Id(4)] double? Most = null, [property: Id(5)] string? Other = null);

/// <summary>A charge to be priced.</summary>
/// <param name="Group">By the tariff of a station, or null for the campus's.</param>
/// <param name="Json">What to put over it, as in a change of settings; {} for nothing.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, at most 48 h later.</param>
/// <param name="Kwh">Energy, drawn evenly over the time; 0 to 1,000.</param>
[GenerateSerializer, Immutable, Alias("sems.PriceExample")]
public sealed record PriceExample(
    [property: Id(0)] string? Group, [property: Id(1)] string Json, [property: Id(2)] DateTimeOffset From, [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] double Kwh);

/// <summary>What a charge would cost, or why nobody can say.</summary>
/// <param name="Total">Rounded once.</param>
/// <param name="Capped">The cap made it cheaper.</param>
/// <param name="Parts">By rate: the base first, then each band; only those with time in them.</param>
[GenerateSerializer, Immutable, Alias("sems.PriceExampleAnswer")]
public sealed record PriceExampleAnswer(
    [property: Id(0)] SettingsRefusal Refusal, [property: Id(1)] ImmutableArray<SettingsFault> Faults, [property: Id(2)] Fen Total,
    [property: Id(3)] bool Capped, [property: Id(4)] ImmutableArray<PricePart> Parts);

/// <summary>What of a price falls to one rate; exact fractions of a fen as a double, for display.</summary>
/// <param name="Band">0 for the base rate, n for the n-th band.</param>
/// <param name="ChargedSeconds">Seconds paid for: free minutes are not in them.</param>
/// <param name="TimeFen">For the time.</param>
/// <param name="Kwh">Energy.</param>
/// <param name="EnergyFen">For the energy.</param>
[GenerateSerializer, Immutable, Alias("sems.PricePart")]
public readonly record struct PricePart(
    [property: Id(0)] int Band, [property: Id(1)] long ChargedSeconds, [property: Id(2)] double TimeFen, [property: Id(3)] double Kwh,
    [property: Id(4)] double EnergyFen);
