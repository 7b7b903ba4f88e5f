using System.Collections.Immutable;
using Sems.Analysis.Latency;
using Sems.GrainInterfaces;

namespace Sems.Silo.Metrics;

/// <summary>Histograms as messages carry them.</summary>
internal static class BucketCounts
{
    /// <summary>What was recorded since the start.</summary>
    public static ImmutableArray<BucketCount> Take(this LatencyHistogram durations)
    {
        var taken = ImmutableArray.CreateBuilder<BucketCount>();
        for (var bucket = 0; bucket < durations.Buckets; bucket++)
        {
            if (durations[bucket] is > 0 and var count) taken.Add(new BucketCount(bucket, count));
        }
        return taken.ToImmutable();
    }

    /// <summary>What came since an earlier time.</summary>
    public static ImmutableArray<BucketCount> Since(this ImmutableArray<BucketCount> now, ImmutableArray<BucketCount> then)
    {
        var before = then.ToDictionary(d => d.Bucket, d => d.Count);
        return [.. now.Select(d => d with { Count = d.Count - before.GetValueOrDefault(d.Bucket) }).Where(d => d.Count > 0)];
    }
}
