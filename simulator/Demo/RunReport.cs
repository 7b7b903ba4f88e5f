using System.Globalization;
using Sems.Analysis.Latency;
using Sems.Simulator.Metrics;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Demo;

/// <summary>The summary at the end of a run.</summary>
public static class RunReport
{
    /// <summary>Writes requests and latency of every endpoint, what the stations did, and the first errors.</summary>
    public static void Write(TextWriter writer, SimulatorStats stats)
    {
        writer.WriteLine();
        writer.WriteLine("endpoint          requests   retries     p50 ms     p95 ms     p99 ms");
        foreach (var endpoint in ServiceEndpoints.All) WriteRow(writer, endpoint.Name(), stats[endpoint].Requests, stats[endpoint].Retries, stats[endpoint].Latency);
        WriteRow(writer, "all", stats.Requests, stats.Retries, stats.TotalLatency());
        writer.WriteLine();
        writer.WriteLine(Line($"sessions: {stats.SessionsStarted:N0} started, {stats.SessionsCompleted:N0} completed; samples: {stats.Samples:N0} answered 1"));
        writer.WriteLine(Line($"refusals as expected: {stats.Refusals:N0}; students who found no free meter: {stats.TurnedAway:N0}; swipes at locked meters: {stats.RefusedAtMeter:N0}"));
        writer.WriteLine(Line($"errors: {stats.Errors.Count:N0}"));
        foreach (var error in stats.Errors.First)
        {
            writer.WriteLine($"  {error.Endpoint.Name()}: {error.Reason}");
            writer.WriteLine($"    request {error.Request}");
            writer.WriteLine($"    reply   {error.Reply}");
        }
    }

    private static void WriteRow(TextWriter writer, string name, long requests, long retries, LatencyHistogram latency) => writer.WriteLine(Line(
        $"{name,-15}{requests,11:N0}{retries,10:N0}{Ms(latency, 0.5),11:0.00}{Ms(latency, 0.95),11:0.00}{Ms(latency, 0.99),11:0.00}"));

    private static double Ms(LatencyHistogram latency, double share) => latency.Percentile(share) / 1e6;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
