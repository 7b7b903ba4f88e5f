using Sems.Analysis.Latency;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Metrics;

/// <summary>What all stations of a run did, counted together. Safe for concurrent use.</summary>
public sealed class SimulatorStats
{
    private readonly EndpointStats[] _endpoints = [.. ServiceEndpoints.All.Select(_ => new EndpointStats())];
    private long _samples;
    private long _sessionsStarted;
    private long _sessionsCompleted;
    private long _refusals;
    private long _refusedAtMeter;
    private long _turnedAway;

    /// <summary>Replies that were not as they should be.</summary>
    public ErrorLog Errors { get; } = new();

    /// <summary>Samples answered with 1, repeated ones included.</summary>
    public long Samples => Interlocked.Read(ref _samples);

    /// <summary>Sessions whose start was answered with 1.</summary>
    public long SessionsStarted => Interlocked.Read(ref _sessionsStarted);

    /// <summary>Sessions whose end was answered with 1.</summary>
    public long SessionsCompleted => Interlocked.Read(ref _sessionsCompleted);

    /// <summary>Started and not completed.</summary>
    public long SessionsOpen => SessionsStarted - SessionsCompleted;

    /// <summary>Refusals the situation called for.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>Swipes a locked meter did not take.</summary>
    public long RefusedAtMeter => Interlocked.Read(ref _refusedAtMeter);

    /// <summary>Students who found no free meter.</summary>
    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    /// <summary>Requests to all endpoints.</summary>
    public long Requests => _endpoints.Sum(e => e.Requests);

    /// <summary>Retries at all endpoints.</summary>
    public long Retries => _endpoints.Sum(e => e.Retries);

    /// <summary>What was measured at one endpoint.</summary>
    public EndpointStats this[ServiceEndpoint endpoint] => _endpoints[(int)endpoint];

    /// <summary>Latency over all endpoints.</summary>
    public LatencyHistogram TotalLatency()
    {
        var total = new LatencyHistogram();
        foreach (var endpoint in _endpoints) total.Add(endpoint.Latency);
        return total;
    }

    /// <summary>Counts a sample answered with 1.</summary>
    public void CountSample() => Interlocked.Increment(ref _samples);

    /// <summary>Counts a session that began.</summary>
    public void CountStarted() => Interlocked.Increment(ref _sessionsStarted);

    /// <summary>Counts a session that ended.</summary>
    public void CountCompleted() => Interlocked.Increment(ref _sessionsCompleted);

    /// <summary>Counts a refusal that was called for.</summary>
    public void CountRefusal() => Interlocked.Increment(ref _refusals);

    /// <summary>Counts a swipe a locked meter did not take.</summary>
    public void CountRefusedAtMeter() => Interlocked.Increment(ref _refusedAtMeter);

    /// <summary>Counts a student who found no free meter.</summary>
    public void CountTurnedAway() => Interlocked.Increment(ref _turnedAway);
}
