using Sems.Analysis.Latency;
using Sems.Bench.Load;

namespace Sems.Bench.Service;

/// <summary>One call on one server: the median round's rate, the latencies of all rounds.</summary>
/// <param name="Rate">Requests per second, median of the rounds.</param>
/// <param name="P50">Median latency, ms.</param>
/// <param name="P99">99th percentile, ms.</param>
/// <param name="Errors">Wrong replies.</param>
/// <param name="ProcessorMicroseconds">Processor time of the server's process for a request, µs.</param>
/// <param name="Rates">Requests per second of each round.</param>
public sealed record CallFigures(double Rate, double P50, double P99, long Errors, double ProcessorMicroseconds,
    IReadOnlyList<double> Rates)
{
    /// <summary>Figures of some rounds.</summary>
    /// <param name="rounds">The rounds.</param>
    /// <param name="processor">Processor time the server took for all they sent.</param>
    public static CallFigures Of(IReadOnlyList<LoadResult> rounds, TimeSpan processor)
    {
        var all = new LatencyHistogram();
        foreach (var round in rounds) all.Add(round.Latencies);
        double[] rates = [.. rounds.Select(r => r.Rate)];
        return new CallFigures(
            Median(rates), all.Percentile(0.5) / 1e6, all.Percentile(0.99) / 1e6, rounds.Sum(r => r.Errors),
            processor.TotalMicroseconds / Math.Max(1, rounds.Sum(r => r.Sent)), rates);
    }

    /// <summary>The median.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>One call on one engine.</summary>
/// <param name="Engine">"embedded" or "orleans" on SQLite, with "-pg" on PostgreSQL.</param>
/// <param name="Figures">What came of it.</param>
/// <param name="Ratio">Its rate as a share of the floor's in the same round: the median of the rounds.</param>
public sealed record EngineCall(string Engine, CallFigures Figures, double Ratio)
{
    /// <summary>Compares with the floor.</summary>
    public EngineCall(string engine, CallFigures figures, CallFigures floor)
        : this(engine, figures, CallFigures.Median(figures.Rates.Zip(floor.Rates, (sems, bare) => sems / Math.Max(1, bare))))
    {
    }
}

/// <summary>One call on every server.</summary>
/// <param name="Name">The call.</param>
/// <param name="Floor">The bare HTTP server.</param>
/// <param name="Engines">SEMS, on each engine measured.</param>
public sealed record CallReport(string Name, CallFigures Floor, IReadOnlyList<EngineCall> Engines);
