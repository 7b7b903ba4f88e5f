using System.Text.Json;
using Sems.Analysis.Danger;
using Sems.Analysis.Health;
using Sems.Analysis.Models;
using Sems.Storage.Analysis;
using Sems.Storage.Registry;

namespace Sems.Grains.Analysis;

/// <summary>What the model of a brand is after one more charge. No clock and no storage.</summary>
public static class BrandModelLearning
{
    /// <summary>The model with the charge; null when the charge tells it nothing.</summary>
    /// <param name="before">As it was; null for the first charge.</param>
    /// <param name="key">Which.</param>
    /// <param name="label">The battery that was charged, as its owner says.</param>
    /// <param name="report">What its curve says.</param>
    public static BrandModelRecord? Take(BrandModelRecord? before, string key, Vehicle label, KeptReport report)
    {
        if (ModelCharge.Of(report.Features, report.Shape) is not { } charge) return null;
        var known = before is { Version: AnalysisVersion.Current } ? State(before) : BrandModelState.Empty;
        var state = report.Findings.Any(f => f.Severity >= FindingSeverity.Warning) ? BrandModel.LeaveOut(known) : BrandModel.Take(known, charge);
        return new BrandModelRecord(
            key, before?.Brand ?? label.Brand ?? "", before?.Model ?? label.Model ?? "", before?.BatteryType ?? label.BatteryType, label.RatedVoltage ?? before?.RatedV,
            label.RatedAh ?? before?.RatedAh, state.Charges, 0, BrandModel.IsGood(state), Time(state.FirstMs ?? charge.EndedMs), Time(state.LastMs ?? charge.EndedMs),
            AnalysisVersion.Current, before?.Revision ?? 0, JsonSerializer.Serialize(BrandModel.Figures(state), AnalysisJson.Default.BrandFigures),
            JsonSerializer.Serialize(state, AnalysisJson.Default.BrandModelState));
    }

    /// <summary>What learning goes on from.</summary>
    public static BrandModelState State(BrandModelRecord model) => JsonSerializer.Deserialize(model.StateJson, AnalysisJson.Default.BrandModelState)!;

    /// <summary>What its charges are like.</summary>
    public static BrandFigures Figures(BrandModelRecord model) => JsonSerializer.Deserialize(model.FiguresJson, AnalysisJson.Default.BrandFigures)!;

    /// <summary>What is normal of a model; null when it may not be gone by.</summary>
    public static ModelNormal? Normal(BrandModelRecord? model) => IsGood(model) ? BrandModel.Normal(State(model!)) : null;

    /// <summary>What is usual of a model; null when it may not be gone by.</summary>
    /// <param name="model">It; null for none.</param>
    /// <param name="ratedWh">What the label of the battery in question says, Wh.</param>
    public static ChargeUsual? Usual(BrandModelRecord? model, double? ratedWh) => IsGood(model) ? BrandModel.Usual(State(model!), ratedWh) : null;

    private static bool IsGood(BrandModelRecord? model) => model is { IsGood: true, Version: AnalysisVersion.Current };

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
