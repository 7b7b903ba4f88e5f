using Sems.Analysis.Latency;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>How long honest stations' requests took.</summary>
internal sealed class Latencies
{
    /// <summary>Requests on connections that were open.</summary>
    public LatencyHistogram Kept { get; } = new();

    /// <summary>Requests that first had to connect.</summary>
    public LatencyHistogram New { get; } = new();
}
