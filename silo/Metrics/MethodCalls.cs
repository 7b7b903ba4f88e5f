using Sems.Analysis.Latency;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Silo.Metrics;

/// <summary>What became of one method's calls since the start. Safe for concurrent use.</summary>
internal sealed class MethodCalls(string grain, string method)
{
    private readonly LatencyHistogram _durations = CallTally.NewHistogram();
    private readonly KeyValuePair<string, object?>[] _tags = [new("grain", grain), new("method", method)];
    private long _failures;

    public string Grain => grain;

    public string Method => method;

    /// <summary>What its measurements are tagged with.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> Tags => _tags;

    public long Calls => _durations.Count;

    public long Failures => Interlocked.Read(ref _failures);

    public void Record(long nanoseconds, bool failed)
    {
        _durations.Record(nanoseconds);
        if (failed) Interlocked.Increment(ref _failures);
    }

    /// <summary>The counts since the start; failures first, so that they are never more than the calls.</summary>
    public MethodCounts Take()
    {
        var failures = Failures;
        return new MethodCounts(grain, method, failures, _durations.Take());
    }
}
