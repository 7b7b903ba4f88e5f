using Sems.Analysis.Health;
using Sems.Analyze.Files;
using Sems.Analyze.Output;

namespace Sems.Analyze.Commands;

/// <summary>What a battery's history says: its health after each charge, from that one and those before it.</summary>
internal static class BatteryAnalysis
{
    /// <summary>The answer for stdout.</summary>
    public static string Tell(CurveFile file, double ratedAh, int cells, bool json)
    {
        if (file.Charges[0].Cycle is null) throw new CurveFileException($"{file.Path}, line 1: the column cycle is missing: it tells the charges of a history apart");
        var estimator = new BatteryHealthEstimator(ratedAh, cells);
        var cycles = file.Charges.Select(charge => estimator.Take(charge.Cycle!.Value, [.. Readings(charge)])).ToList();
        return json ? BatteryJson.Of(cycles) : BatteryTable.Of(cycles, file, ratedAh, cells);
    }

    private static IEnumerable<BatteryReading> Readings(FileCharge charge)
    {
        for (var i = 0; i < charge.Points.Count; i++)
        {
            var point = charge.Points[i];
            yield return new BatteryReading((point.AtMs - charge.Points[0].AtMs) / 1000d, point.CurrentA, point.VoltageV, charge.TemperaturesC[i]);
        }
    }
}
