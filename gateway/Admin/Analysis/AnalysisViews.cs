using System.Text.Json.Serialization;
using Sems.Analysis.Features;
using Sems.Gateway.Admin.Ledger;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>What the curve of a charge says.</summary>
/// <param name="AnalyzedAt">When it was analysed.</param>
/// <param name="IsFinal">It is kept: the charge ended and was learnt. Else it is as far as it has come.</param>
/// <param name="Energy">Null when nobody can tell.</param>
/// <param name="ChargeAh">Current times time, Ah.</param>
/// <param name="Features">Null when it could not be analysed.</param>
/// <param name="Model">The brand's model that learnt from it; null for none.</param>
/// <param name="Fault">Why it could not be analysed; null when it was.</param>
public sealed record AnalysisView(
    DateTimeOffset AnalyzedAt, bool IsFinal, IReadOnlyList<PhaseView> Phases, IReadOnlyList<FindingView> Findings, EnergyAnalysisView? Energy, double? ChargeAh,
    FeaturesView? Features, ModelNameView? Model, string? Fault);

/// <summary>Something found.</summary>
/// <param name="Severity">notice, warning or danger.</param>
/// <param name="At">When it was sure.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record FindingView(string Kind, string Severity, DateTimeOffset At, double Confidence, string Message, string Advice);

/// <summary>What a charge took.</summary>
/// <param name="LowKwh">No less, likely.</param>
/// <param name="HighKwh">No more, likely.</param>
/// <param name="Source">counter, power or current_voltage.</param>
/// <param name="Faults">What was wrong with the counter.</param>
public sealed record EnergyAnalysisView(double Kwh, double LowKwh, double HighKwh, string Source, IReadOnlyList<CounterFaultView> Faults);

/// <summary>A fault of a meter's counter.</summary>
/// <param name="Count">How often.</param>
/// <param name="At">When first.</param>
/// <param name="Message">In a sentence.</param>
public sealed record CounterFaultView(string Kind, int Count, DateTimeOffset At, string Message);

/// <summary>The figures a charge is compared by: A, s, Wh, Ah.</summary>
/// <param name="Side">mains or battery: where it was measured.</param>
/// <param name="EndedFull">It ended because the battery was full.</param>
public sealed record FeaturesView(
    string Side, double PlateauA, double ConstantCurrentS, double TaperS, double? TaperTauS, double TrickleS, double ZeroS, double InterruptedS, double SilentS,
    double? ConstantWh, double? TaperWh, double EnergyWh, bool EndedFull, bool SawConstantCurrent)
{
    /// <summary>As the API writes them.</summary>
    public static FeaturesView Of(ChargeFeatures f) => new(
        PageText.Word(f.Side), f.PlateauA, f.ConstantCurrentS, f.TaperS, f.TaperTauS, f.TrickleS, f.ZeroS, f.InterruptedS, f.SilentS, f.ConstantWh, f.TaperWh,
        f.EnergyWh, f.EndedFull, f.SawConstantCurrent);
}

/// <summary>A brand's model.</summary>
public sealed record ModelNameView(string Key, string Name);

/// <summary>A figure that is not known exactly.</summary>
/// <param name="Low">No less, likely.</param>
/// <param name="High">No more, likely; null for no limit.</param>
public sealed record RangeView(double Value, double Low, double? High);

/// <summary>A figure over many charges.</summary>
/// <param name="Low">A tenth are less.</param>
/// <param name="High">A tenth are more.</param>
public sealed record SpreadView(double Median, double Low, double High);

/// <summary>JSON of what curves say.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnalysisView))]
[JsonSerializable(typeof(ModelView[]))]
[JsonSerializable(typeof(ModelDetailView))]
[JsonSerializable(typeof(BatteryPage))]
[JsonSerializable(typeof(BatteryDetailView))]
[JsonSerializable(typeof(BatterySummaryView))]
public sealed partial class AnalysisViewJson : JsonSerializerContext;
