using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.Analysis.Danger;
using Sems.Analysis.Features;
using Sems.Analysis.Reports;
using Sems.Analyze.Files;

namespace Sems.Analyze.Output;

/// <summary>What a charge says, in JSON; times are the file's own seconds.</summary>
internal sealed record ChargeJson(
    IReadOnlyList<PhaseJson> Phases, IReadOnlyList<FindingJson> Findings, EnergyJson EnergyWh, double ChargeAh, IReadOnlyList<RowFaultJson> CurveFaults,
    string Side, int Readings, FeaturesJson Features)
{
    private static readonly AnswerJson Answers = new(new JsonSerializerOptions(AnswerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(ChargeReport report, FileClock clock)
    {
        double At(long ms) => Math.Round(clock.Seconds(ms), 3);
        var energy = report.Energy;
        return JsonSerializer.Serialize(
            new ChargeJson(
                [.. report.Phases.Select(p => new PhaseJson(Words.Of(p.Phase), At(p.FromMs), At(p.ToMs), Math.Round(p.Confidence, 3)))],
                [.. report.Findings.Select(f => new FindingJson(FindingWords.Name(f.Kind), At(f.AtMs), FindingWords.Name(f.Severity), f.Message, f.Advice, Math.Round(f.Confidence, 3)))],
                new EnergyJson(
                    Math.Round(energy.Wh, 4), Math.Round(energy.LowWh, 4), Math.Round(energy.HighWh, 4), Words.Of(energy.Source),
                    [.. energy.Faults.Select(f => new CounterFaultJson(Words.Of(f.Kind), f.Count, At(f.AtMs)))]),
                Math.Round(report.ChargeAh, 5),
                [.. report.Curve.Faults.Select(f => new RowFaultJson(Words.Of(f.Kind), At(f.AtMs), f.Count, f.Seconds))],
                Words.Of(report.Features.Side), report.Curve.Points.Count, FeaturesJson.Of(report.Features)),
            Answers.ChargeJson) + Environment.NewLine;
    }
}

internal sealed record PhaseJson(string Phase, double StartS, double EndS, double Confidence);

internal sealed record FindingJson(string Kind, double AtS, string Severity, string Message, string Advice, double Confidence);

internal sealed record EnergyJson(double Value, double Low, double High, string Source, IReadOnlyList<CounterFaultJson> Faults);

internal sealed record CounterFaultJson(string Kind, int Count, double AtS);

internal sealed record RowFaultJson(string Kind, double AtS, int Count, double Seconds);

/// <summary>The features that compare charges.</summary>
internal sealed record FeaturesJson(
    double PlateauA, double ConstantCurrentS, double TaperS, double? TaperTauS, double TrickleS, double ZeroS, double InterruptedS, double SilentS,
    double? ConstantWh, double? TaperWh, bool EndedFull, bool SawConstantCurrent, double? FirstV, double? FullV, double? TaperAh)
{
    public static FeaturesJson Of(ChargeFeatures f) => new(
        Round(f.PlateauA), f.ConstantCurrentS, f.TaperS, Round(f.TaperTauS), f.TrickleS, f.ZeroS, f.InterruptedS, f.SilentS, Round(f.ConstantWh), Round(f.TaperWh),
        f.EndedFull, f.SawConstantCurrent, Round(f.FirstV), Round(f.FullV), Round(f.TaperAh));

    private static double Round(double value) => Math.Round(value, 4);

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 4) : null;
}

/// <summary>JSON of the answers, made at build time: the command starts in no time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ChargeJson))]
[JsonSerializable(typeof(BatteryJson))]
internal sealed partial class AnswerJson : JsonSerializerContext;
