using System.Collections.Immutable;
using Sems.Analysis.Latency;
using Sems.GrainInterfaces;

namespace Sems.Grains.Cluster;

/// <summary>Adds up calls of several methods, silos or times.</summary>
public sealed class CallTally
{
    private readonly LatencyHistogram _durations = NewHistogram();
    private double _perSecond;
    private long _failures;
    private bool _any;

    /// <summary>The histogram silos count call durations in: 16 buckets to each doubling, up to 2^37 ns (137 s).</summary>
    public static LatencyHistogram NewHistogram() => new(bits: 4, range: 37);

    /// <summary>Adds a method's calls.</summary>
    /// <param name="method">The calls.</param>
    /// <param name="seconds">The time they were made in, s.</param>
    public void Add(MethodCounts method, double seconds)
    {
        Add(method.Durations, seconds);
        _failures += method.Failures;
    }

    /// <summary>Adds whatever was counted by how long it took.</summary>
    /// <param name="durations">Buckets of such a histogram.</param>
    /// <param name="seconds">The time it was counted in, s.</param>
    public void Add(ImmutableArray<BucketCount> durations, double seconds)
    {
        var sum = 0L;
        foreach (var (bucket, count) in durations)
        {
            _durations.Add(Math.Clamp(bucket, 0, _durations.Buckets - 1), count);
            sum += count;
        }
        _any |= sum > 0;
        if (seconds > 0) _perSecond += sum / seconds;
    }

    /// <summary>Adds the calls of all methods.</summary>
    public void Add(CallCounts calls)
    {
        foreach (var method in calls.Methods) Add(method, calls.Seconds);
    }

    /// <summary>The sum.</summary>
    public CallNumbers Sum() => new(_perSecond, _failures, Ms(0.5), Ms(0.99));

    private double? Ms(double share) => _any ? _durations.Percentile(share) / 1e6 : null;
}
