using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.Analysis.Danger;
using Sems.Analysis.Features;
using Sems.Analysis.Models;
using Sems.Analysis.Phases;

namespace Sems.Grains.Analysis;

/// <summary>What a curve says, as it is kept and shown.</summary>
/// <param name="Phases">What the battery was doing, in order.</param>
/// <param name="Findings">What was found, in order.</param>
/// <param name="Energy">What it took; null when nobody can tell.</param>
/// <param name="ChargeAh">Current times time, Ah.</param>
/// <param name="Features">The figures it is compared by.</param>
/// <param name="Shape">Its shape up to full; null when it did not end full.</param>
public sealed record KeptReport(
    IReadOnlyList<PhaseSpan> Phases, IReadOnlyList<CurveFinding> Findings, KeptEnergy? Energy, double ChargeAh, ChargeFeatures Features, ChargeShape? Shape)
{
    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, AnalysisJson.Default.KeptReport);

    /// <summary>As it was kept.</summary>
    public static KeptReport FromJson(string json) => JsonSerializer.Deserialize(json, AnalysisJson.Default.KeptReport)!;
}

/// <summary>The energy of a charge and how well it is known, Wh.</summary>
/// <param name="Wh">The best guess.</param>
/// <param name="LowWh">No less, likely.</param>
/// <param name="HighWh">No more, likely.</param>
/// <param name="Source">counter, power or current_voltage.</param>
/// <param name="Faults">What was wrong with the counter.</param>
public sealed record KeptEnergy(double Wh, double LowWh, double HighWh, string Source, IReadOnlyList<KeptCounterFault> Faults);

/// <summary>A fault of a counter.</summary>
/// <param name="Kind">backward, jump, scale, stuck, ….</param>
/// <param name="Count">How often.</param>
/// <param name="AtMs">When first, Unix ms.</param>
/// <param name="Message">In a sentence.</param>
public sealed record KeptCounterFault(string Kind, int Count, long AtMs, string Message);

/// <summary>JSON of what is kept of curves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptReport))]
[JsonSerializable(typeof(KeptBattery))]
[JsonSerializable(typeof(BatteryMemory))]
[JsonSerializable(typeof(BrandFigures))]
[JsonSerializable(typeof(BrandModelState))]
public sealed partial class AnalysisJson : JsonSerializerContext;
