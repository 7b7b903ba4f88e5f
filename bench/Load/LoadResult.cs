using Sems.Analysis.Latency;

namespace Sems.Bench.Load;

/// <summary>What came of some load.</summary>
/// <param name="Requests">Answered in the measured time, errors among them.</param>
/// <param name="Seconds">The measured time.</param>
/// <param name="Errors">Replies that were not what they must be, at any time.</param>
/// <param name="FirstError">The first of them, or null.</param>
/// <param name="Sent">Answered at any time.</param>
/// <param name="Latencies">Of the requests of the measured time.</param>
public sealed record LoadResult(long Requests, double Seconds, long Errors, string? FirstError, long Sent, LatencyHistogram Latencies)
{
    /// <summary>Requests per second.</summary>
    public double Rate => Seconds > 0 ? Requests / Seconds : 0;
}
