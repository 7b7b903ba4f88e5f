using Sems.Analysis.Latency;

namespace Sems.Simulator.Metrics;

/// <summary>What was measured at one endpoint. Safe for concurrent use.</summary>
public sealed class EndpointStats
{
    private long _requests;
    private long _retries;

    /// <summary>Duration of every exchange with the server, retried ones included.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Requests, a retried one counted once.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Attempts after the first.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Counts a request.</summary>
    public void CountRequest() => Interlocked.Increment(ref _requests);

    /// <summary>Counts an attempt after the first.</summary>
    public void CountRetry() => Interlocked.Increment(ref _retries);
}
