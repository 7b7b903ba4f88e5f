using Sems.Analysis.Plots;
using Sems.Analysis.Reports;
using Sems.Analyze.Files;
using Sems.Analyze.Output;

namespace Sems.Analyze.Commands;

/// <summary>What one charge of a file says.</summary>
internal static class ChargeAnalysis
{
    /// <summary>The answer for stdout; the plot is drawn first.</summary>
    public static string Tell(CurveFile file, int? cycle, bool json, string? plot)
    {
        var charge = Pick(file, cycle);
        var clock = file.Clock.IsUnix ? file.Clock with { OriginMs = charge.Points[0].AtMs } : file.Clock;
        var report = ChargeReport.Of(charge.Points);
        if (report.Curve.Points.Count == 0) throw new CurveFileException($"{file.Path}: none of its readings can be read as a current");
        if (plot is not null) Draw(plot, ChargePlot.Draw(report, Title(file, charge, clock)));
        return json ? ChargeJson.Of(report, clock) : ChargeTable.Of(report, file, charge.Cycle, clock);
    }

    private static FileCharge Pick(CurveFile file, int? cycle)
    {
        if (cycle is { } number)
        {
            if (file.Charges[0].Cycle is null) throw new CurveFileException($"{file.Path} has no column cycle: leave --cycle out");
            return file.Charges.FirstOrDefault(c => c.Cycle == number) ?? throw new CurveFileException($"{file.Path} has no cycle {number}: it has {Cycles(file)}");
        }

        if (file.Charges is [var only] && only.Cycle is null) return only;
        throw new CurveFileException($"{file.Path} has a column cycle, it holds {Cycles(file)}: add --cycle N for one charge, or --battery --rated-ah X --cells N for the history");
    }

    private static string Cycles(CurveFile file) =>
        file.Charges.Count == 1 ? $"the cycle {file.Charges[0].Cycle}" : $"{file.Charges.Count} cycles from {file.Charges[0].Cycle} to {file.Charges[^1].Cycle}";

    private static PlotTitle Title(CurveFile file, FileCharge charge, FileClock clock)
    {
        var name = Path.GetFileName(file.Path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) name = name[..^4];
        return new PlotTitle(charge.Cycle is { } cycle ? $"{name} 第 {cycle} 次" : name, clock.OriginMs, clock.Began(charge.Points[0].AtMs));
    }

    private static void Draw(string path, string svg)
    {
        try
        {
            File.WriteAllText(path, svg);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CurveFileException($"the plot cannot be written to {path}: {e.Message}");
        }
    }
}
