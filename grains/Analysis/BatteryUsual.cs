using System.Collections.Immutable;
using Sems.Analysis.Danger;
using Sems.Analysis.Features;
using Sems.Storage.Analysis;

namespace Sems.Grains.Analysis;

/// <summary>What charges of a battery usually are, by the last of its own; by its model's while they are few.</summary>
public static class BatteryUsual
{
    /// <summary>So many charges are remembered.</summary>
    public const int Remembered = 30;

    /// <summary>What is usual of a battery.</summary>
    /// <param name="battery">It; null when there is none.</param>
    /// <param name="model">Its model; null when there is none.</param>
    public static ChargeUsual? Of(BatteryRecord? battery, BrandModelRecord? model)
    {
        if (battery is null) return null;
        var rated = BatteryLabels.Of(battery.Label).CapacityWh;
        var own = BatteryMemory.FromJson(battery.StateJson).Recent;
        if (battery.Version == AnalysisVersion.Current && own.Length >= ChargeUsual.Enough) return UsualLearner.Learn(own, rated);
        return BrandModelLearning.Usual(model, rated) ?? ChargeUsual.OfLabel(rated);
    }

    /// <summary>The charges remembered with one more; one in which something was wrong is no usual one.</summary>
    internal static ImmutableArray<ChargeFeatures> With(ImmutableArray<ChargeFeatures> recent, KeptReport report)
    {
        if (report.Findings.Any(f => f.Severity >= FindingSeverity.Warning)) return recent;
        var all = recent.Add(report.Features with { FromVoltages = null });
        return all.Length > Remembered ? all.RemoveAt(0) : all;
    }
}
