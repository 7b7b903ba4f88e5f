using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>Prints a report for a person.</summary>
public static class ReportTable
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, ServiceReport report)
    {
        output.WriteLine();
        output.WriteLine($"SEMS on the engine{(report.Engines.Count > 1 ? "s" : "")} {string.Join(" and ", report.Engines.Select(e => e.Engine))}:");
        output.WriteLine($"{report.Meters:N0} meters with open sessions, {report.Connections} connections,");
        output.WriteLine($"{report.Processors} processors shared by client and server{(report.Engines.Count > 1 ? "s, one measured at a time" : "")},");
        if (report.Engines.Any(e => e.Engine.EndsWith("-pg", StringComparison.Ordinal)))
            output.WriteLine("-pg: on PostgreSQL, whose own processor time is not in CPU µs; the others on SQLite;");
        output.WriteLine($"4 KiB write + fsync {report.SyncMicroseconds:N0} µs; rates and shares are medians of the rounds");
        output.WriteLine();
        WriteCalls(output, report.Calls);
        output.WriteLine();
        WriteEngines(output, report.Engines);
        output.WriteLine();
        foreach (var bar in report.Bars)
        {
            var (verdict, side) = (bar.Passed ? "pass" : "MISS", bar.AtLeast ? "at least" : "below");
            output.WriteLine($"{verdict}  {GatewayProgram.Embedded}: {bar.Name,-28} {bar.Value,9:N1} {bar.Unit,-6} {side} {bar.Limit:N0}");
        }
        output.WriteLine(report.Errors == 0 ? "No errors" : $"{report.Errors} errors, the first: {report.FirstError}");
    }

    private static void WriteCalls(TextWriter output, IReadOnlyList<CallReport> calls)
    {
        output.WriteLine($"{"",-15} {"requests/s",12} {"p50 ms",9} {"p99 ms",9} {"errors",7} {"CPU µs",9} {"of floor",9}");
        foreach (var call in calls)
        {
            output.WriteLine(call.Name);
            output.WriteLine($"{"  floor",-15} {Figures(call.Floor)}");
            foreach (var engine in call.Engines) output.WriteLine($"{"  " + engine.Engine,-15} {Figures(engine.Figures)} {engine.Ratio,9:P1}");
        }
    }

    private static void WriteEngines(TextWriter output, IReadOnlyList<EngineReport> engines)
    {
        Row("", e => e.Engine);
        Row("Start to ready, s", e => $"{e.StartToReadySeconds:N2}");
        Row("Sessions started, /s", e => $"{e.SessionStartsPerSecond:N0}");
        Row("RSS empty, MiB", e => Mib(e.Memory.EmptyRss));
        Row("RSS started, MiB", e => Mib(e.Memory.StartRss));
        Row("RSS polled, MiB", e => Mib(e.Memory.IdleRss));
        Row("RSS all sessions open, MiB", e => Mib(e.Memory.OpenRss));
        Row("RSS after the load, MiB", e => e.Memory.LoadedRss is { } loaded ? Mib(loaded) : "-");
        Row("Managed heap empty, MiB", e => Mib(e.Memory.EmptyHeap));
        Row("Managed heap polled, MiB", e => Mib(e.Memory.IdleHeap));
        Row("Managed heap all sessions open, MiB", e => Mib(e.Memory.OpenHeap));
        Row("A registered, silent meter, bytes", e => $"{e.Memory.PerIdleMeter:N0}");
        Row("An open session, bytes", e => $"{e.Memory.PerOpenSession:N0}");

        void Row(string name, Func<EngineReport, string> value) =>
            output.WriteLine($"{name,-36}{string.Concat(engines.Select(e => $"{value(e),12}"))}");
    }

    private static string Mib(long bytes) => $"{bytes / Mebibyte:N1}";

    private static string Figures(CallFigures figures) =>
        $"{figures.Rate,12:N0} {figures.P50,9:N2} {figures.P99,9:N2} {figures.Errors,7} {figures.ProcessorMicroseconds,9:N1}";
}
