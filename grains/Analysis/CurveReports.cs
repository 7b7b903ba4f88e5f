using System.Text.Json;
using Sems.Analysis.Danger;
using Sems.Analysis.Energy;
using Sems.Analysis.Reports;
using Sems.Grains.Ammeters;
using Sems.Storage.Curves;

namespace Sems.Grains.Analysis;

/// <summary>Makes the report of a curve.</summary>
public static class CurveReports
{
    /// <summary>What a curve says.</summary>
    /// <param name="samples">As stored, at least one.</param>
    /// <param name="usual">What is usual of its battery; null when nothing is known.</param>
    public static KeptReport Of(IReadOnlyList<Sample> samples, ChargeUsual? usual)
    {
        var report = ChargeReport.Of(samples.Points(), usual);
        return new KeptReport(report.Phases, report.Findings, Kept(report.Energy), report.ChargeAh, report.Features, report.Shape);
    }

    private static KeptEnergy Kept(EnergyEstimate energy) => new(
        energy.Wh, energy.LowWh, energy.HighWh, Word(energy.Source), [.. energy.Faults.Select(f => new KeptCounterFault(Word(f.Kind), f.Count, f.AtMs, f.Message))]);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
