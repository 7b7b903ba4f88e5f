namespace Sems.Bench.Service;

/// <summary>Prints a report for a person.</summary>
public static class ReportTable
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, ServiceReport report)
    {
        Line("");
        Line($"{report.Meters:N0} meters with open sessions, {report.Connections} connections,");
        Line($"{report.Processors} processors shared by client and server,");
        Line($"4 KiB write + fsync {report.SyncMicroseconds:N0} µs; rates and shares are medians of the rounds");
        Line("");
        Line($"{"",-15} {"requests/s",12} {"p50 ms",9} {"p99 ms",9} {"errors",7} {"CPU µs",9} {"of floor",9}");
        foreach (var call in report.Calls)
        {
            Line(call.Name);
            Line($"{"  floor",-15} {Figures(call.Floor)}");
            Line($"{"  SEMS",-15} {Figures(call.Sems)} {call.Ratio,9:P1}");
        }
        Line("");
        var memory = report.Memory;
        Line($"Sessions started      {report.SessionStartsPerSecond,10:N0} /s");
        Line($"RSS, MiB              {Mib(memory.EmptyRss)} empty, {Mib(memory.StartRss)} started, {Mib(memory.IdleRss)} polled, " +
            $"{Mib(memory.OpenRss)} all sessions open{(memory.LoadedRss is { } loaded ? $", {Mib(loaded)} after the load" : "")}");
        Line($"Managed heap, MiB     {Mib(memory.EmptyHeap)} empty, {Mib(memory.IdleHeap)} polled, {Mib(memory.OpenHeap)} all sessions open");
        Line("");
        foreach (var bar in report.Bars)
        {
            var (verdict, side) = (bar.Passed ? "pass" : "MISS", bar.AtLeast ? "at least" : "below");
            Line($"{verdict}  {bar.Name,-28} {bar.Value,9:N1} {bar.Unit,-6} {side} {bar.Limit:N0}");
        }
        Line(report.Errors == 0 ? "No errors" : $"{report.Errors} errors, the first: {report.FirstError}");

        void Line(string text) => output.WriteLine(text);
    }

    private static string Mib(long bytes) => $"{bytes / Mebibyte:N1}";

    private static string Figures(CallFigures figures) =>
        $"{figures.Rate,12:N0} {figures.P50,9:N2} {figures.P99,9:N2} {figures.Errors,7} {figures.ProcessorMicroseconds,9:N1}";
}
