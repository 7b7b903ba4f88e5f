using System.Text.Json;

namespace Sems.Gateway.Admin;

/// <summary>Settings of the campus or a station.</summary>
/// <param name="Group">The station, or null for the campus.</param>
/// <param name="Version">To be sent back with a change; 0 when nothing was ever set.</param>
/// <param name="Set">Only what is set here.</param>
/// <param name="Effective">What is in force, every field.</param>
/// <param name="Defaults">What holds where nothing is set here: the configuration's for the campus, the campus's for a station.</param>
/// <param name="Stations">Stations with settings of their own; with the campus's.</param>
public sealed record SettingsView(
    string? Group, long Version, DateTimeOffset? ChangedAt, string? ChangedBy, JsonElement Set, JsonElement Effective, JsonElement Defaults,
    IReadOnlyList<StationSettingsView> Stations);

/// <summary>A station with settings of its own.</summary>
public sealed record StationSettingsView(string Group, long Version, DateTimeOffset ChangedAt, string ChangedBy, JsonElement Set);

/// <summary>A change of settings.</summary>
/// <param name="Version">The one that was read before.</param>
/// <param name="Settings">An object with the fields to set.</param>
public sealed record SettingsRequest(long? Version, JsonElement Settings);

/// <summary>Why settings were not changed.</summary>
/// <param name="Message">All of it, in words.</param>
/// <param name="Faults">Each fault by itself.</param>
public sealed record SettingsProblem(string Message, IReadOnlyList<SettingsFaultView> Faults);

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">For example rules.over_current.limit.</param>
/// <param name="Value">What was given.</param>
/// <param name="Allowed">What it must be.</param>
public sealed record SettingsFaultView(string Field, string Value, string Allowed);

/// <summary>A charge to be priced.</summary>
/// <param name="Group">By the tariff of this station; null for the campus's.</param>
/// <param name="Tariff">Fields to put over it, or none.</param>
/// <param name="From">When it begins; ISO 8601, China's time without an offset.</param>
/// <param name="To">When it ends, at most 48 h later.</param>
/// <param name="Kwh">Energy, drawn evenly over the time.</param>
public sealed record PriceExampleRequest(string? Group, JsonElement Tariff, string? From, string? To, double? Kwh);

/// <summary>What a charge would cost, fen.</summary>
/// <param name="Capped">The cap made it cheaper.</param>
/// <param name="Parts">By rate.</param>
public sealed record PriceExampleView(long Fen, bool Capped, IReadOnlyList<PricePartView> Parts);

/// <summary>What of a price falls to one rate, before rounding and cap.</summary>
/// <param name="Band">0 for the base rate, n for the n-th band.</param>
public sealed record PricePartView(int Band, long ChargedSeconds, double TimeFen, double Kwh, double EnergyFen);

/// <summary>A page of the audit log.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">The whole list's length.</param>
public sealed record AuditPage(IReadOnlyList<AuditView> Items, long Total);

/// <summary>A change that was made: by whom, what kind, of what, and what was there before and after.</summary>
public sealed record AuditView(long Id, DateTimeOffset At, string Who, string What, string Subject, JsonElement? Before, JsonElement? After);
