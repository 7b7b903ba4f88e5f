using Sems.Bench.Load;

namespace Sems.Bench.Service;

/// <summary>One call on one server: the median round's rate, the latencies of all rounds.</summary>
/// <param name="Rate">Requests per second, median of the rounds.</param>
/// <param name="P50">Median latency, ms.</param>
/// <param name="P99">99th percentile, ms.</param>
/// <param name="Errors">Wrong replies.</param>
/// <param name="Rates">Requests per second of each round.</param>
public sealed record CallFigures(double Rate, double P50, double P99, long Errors, IReadOnlyList<double> Rates)
{
    /// <summary>Figures of some rounds.</summary>
    public static CallFigures Of(IReadOnlyList<LoadResult> rounds)
    {
        var all = new LatencyHistogram();
        foreach (var round in rounds) all.Add(round.Latencies);
        double[] rates = [.. rounds.Select(r => r.Rate)];
        return new CallFigures(
            Median(rates), all.Percentile(0.5) / 1e6, all.Percentile(0.99) / 1e6, rounds.Sum(r => r.Errors), rates);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>One call on both servers.</summary>
/// <param name="Name">The call.</param>
/// <param name="Floor">The bare HTTP server.</param>
/// <param name="Sems">SEMS.</param>
/// <param name="Ratio">SEMS's rate as a share of the floor's.</param>
/// <param name="ProcessorMicroseconds">Processor time of SEMS's process for a request, µs.</param>
public sealed record CallReport(string Name, CallFigures Floor, CallFigures Sems, double Ratio, double ProcessorMicroseconds);
