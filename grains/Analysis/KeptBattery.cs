using System.Collections.Immutable;
using System.Text.Json;
using Sems.Analysis.Features;
using Sems.Analysis.Health;

namespace Sems.Grains.Analysis;

/// <summary>What pages show of a battery beside its figures.</summary>
/// <param name="TrendPercentPerMonth">How it changes; null when nobody can tell.</param>
/// <param name="MonthsTo80">Months until it holds 80 %; null when nobody can tell or it does not age.</param>
/// <param name="Reasons">Why, in sentences.</param>
/// <param name="Missing">What is still needed, in sentences.</param>
/// <param name="History">What was known after each charge, in order of their ends.</param>
public sealed record KeptBattery(
    Interval? TrendPercentPerMonth, MonthsLeft? MonthsTo80, IReadOnlyList<string> Reasons, IReadOnlyList<string> Missing, IReadOnlyList<KeptHealth> History)
{
    /// <summary>Nothing is known.</summary>
    public static readonly KeptBattery Nothing = new(null, null, [], [], []);

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, AnalysisJson.Default.KeptBattery);

    /// <summary>As it was kept.</summary>
    public static KeptBattery FromJson(string json) => JsonSerializer.Deserialize(json, AnalysisJson.Default.KeptBattery)!;
}

/// <summary>What was known of a battery after a charge.</summary>
/// <param name="AtMs">When the charge ended, Unix ms.</param>
/// <param name="ChargeId">The charge.</param>
/// <param name="Soh">Percent.</param>
/// <param name="Low">No less, likely.</param>
/// <param name="High">No more, likely.</param>
public sealed record KeptHealth(long AtMs, long ChargeId, double Soh, double Low, double High);

/// <summary>What learning of a battery goes on from.</summary>
/// <param name="Health">Of its health.</param>
/// <param name="Recent">The last charges in which nothing was wrong, for what is usual of it.</param>
public sealed record BatteryMemory(VehicleHealthState Health, ImmutableArray<ChargeFeatures> Recent)
{
    /// <summary>Nothing was learnt.</summary>
    public static readonly BatteryMemory Empty = new(VehicleHealthState.Empty, []);

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, AnalysisJson.Default.BatteryMemory);

    /// <summary>As it was kept.</summary>
    public static BatteryMemory FromJson(string json) => JsonSerializer.Deserialize(json, AnalysisJson.Default.BatteryMemory)!;
}
