using System.CommandLine;
using Sems.Analyze.Files;

namespace Sems.Analyze.Commands;

/// <summary>
/// <c>sems analyze</c>: what a charge's curve, or a battery's history of them, says. Exit code 0: told; 2: it cannot be told, and stderr says why. Then
/// there is nothing on stdout.
/// </summary>
internal static class AnalyzeCommand
{
    private static readonly Argument<string> File = new("file") { Description = "CSV, gzipped or not: t_s (s) or time (Unix s), current_a, and where known voltage_v, energy (kWh), power_w, cycle" };
    private static readonly Option<bool> Json = new("--json") { Description = "Answer in JSON" };
    private static readonly Option<string?> Plot = new("--plot") { Description = "Also draw the charge into this SVG file" };
    private static readonly Option<int?> Cycle = new("--cycle") { Description = "Of a file with several charges, this one" };
    private static readonly Option<bool> Battery = new("--battery") { Description = "The file is a battery's history: for every cycle its health, from that charge and those before it only" };
    private static readonly Option<double?> RatedAh = new("--rated-ah") { Description = "With --battery: the rated capacity, Ah" };
    private static readonly Option<int?> Cells = new("--cells") { Description = "With --battery: cells in series" };

    /// <summary>Runs the command.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("What the curve of a charge says: phases, findings, energy, features; or with --battery the health of a battery.") { File, Json, Plot, Cycle, Battery, RatedAh, Cells };
        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) error.WriteLine($"sems analyze: {fault.Message}");
            error.WriteLine("Usage: ./sems analyze FILE.csv [--json] [--plot OUT.svg] [--cycle N]");
            error.WriteLine("       ./sems analyze --battery FILE.csv --rated-ah X --cells N [--json]");
            return 2;
        }

        command.SetAction(known => Run(known, output, error));
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        try
        {
            var answer = parsed.GetValue(Battery) ? BatteryAnswer(parsed) : ChargeAnswer(parsed);
            output.Write(answer);
            output.Flush();
            return 0;
        }
        catch (CurveFileException fault)
        {
            error.WriteLine($"sems analyze: {fault.Message}");
            return 2;
        }
    }

    private static string ChargeAnswer(ParseResult parsed)
    {
        if (parsed.GetValue(RatedAh) is not null || parsed.GetValue(Cells) is not null)
            throw new CurveFileException("--rated-ah and --cells belong to --battery: give that too, or leave them out");
        return ChargeAnalysis.Tell(CurveFileReader.Read(parsed.GetValue(File)!), parsed.GetValue(Cycle), parsed.GetValue(Json), parsed.GetValue(Plot));
    }

    private static string BatteryAnswer(ParseResult parsed)
    {
        if (parsed.GetValue(Plot) is not null || parsed.GetValue(Cycle) is not null)
            throw new CurveFileException("--plot and --cycle are of one charge: leave --battery out for them");
        if (parsed.GetValue(RatedAh) is not { } ratedAh || parsed.GetValue(Cells) is not { } cells)
            throw new CurveFileException("--battery needs --rated-ah (the rated capacity, Ah) and --cells (cells in series)");
        if (!double.IsFinite(ratedAh) || ratedAh is <= 0 or > 10_000) throw new CurveFileException("--rated-ah must be above 0 Ah, and no more than 10000");
        if (cells is < 1 or > 1000) throw new CurveFileException("--cells must be 1 to 1000");
        return BatteryAnalysis.Tell(CurveFileReader.Read(parsed.GetValue(File)!), ratedAh, cells, parsed.GetValue(Json));
    }
}
