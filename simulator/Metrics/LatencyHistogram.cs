using System.Numerics;

namespace Sems.Simulator.Metrics;

/// <summary>
/// Counts durations in buckets that grow with the duration: 32 to each doubling of a microsecond count, so a percentile is right to about
/// 3 %. Recording is one interlocked add; reading while others record is allowed.
/// </summary>
public sealed class LatencyHistogram
{
    private const int SubBits = 5;
    private const int SubBuckets = 1 << SubBits;
    private const int Doublings = 32;

    private readonly long[] _buckets = new long[SubBuckets * Doublings];
    private long _count;

    /// <summary>How many durations were recorded.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Records one duration; below a microsecond counts as zero, above an hour as the longest bucket.</summary>
    public void Record(TimeSpan duration)
    {
        var bucket = Math.Min(BucketOf((long)Math.Max(0, duration.TotalMicroseconds)), _buckets.Length - 1);
        Interlocked.Increment(ref _buckets[bucket]);
        Interlocked.Increment(ref _count);
    }

    /// <summary>Adds what another histogram counted.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _buckets.Length; i++) Interlocked.Add(ref _buckets[i], Interlocked.Read(ref other._buckets[i]));
        Interlocked.Add(ref _count, other.Count);
    }

    /// <summary>The duration that this share of the recorded ones does not exceed, by the middle of its bucket; zero when empty.</summary>
    /// <param name="share">0 to 1, e.g. 0.99.</param>
    public TimeSpan Percentile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var i = 0; i < _buckets.Length; i++)
        {
            seen += Interlocked.Read(ref _buckets[i]);
            if (seen >= wanted) return TimeSpan.FromMicroseconds(MiddleOf(i));
        }

        return TimeSpan.Zero;
    }

    private static int BucketOf(long microseconds)
    {
        if (microseconds < SubBuckets) return (int)microseconds;
        var doubling = BitOperations.Log2((ulong)microseconds) - SubBits;
        return (doubling * SubBuckets) + (int)(microseconds >> doubling);
    }

    private static double MiddleOf(int bucket)
    {
        if (bucket < SubBuckets) return bucket;
        var doubling = (bucket / SubBuckets) - 1;
        var low = (long)((bucket % SubBuckets) + SubBuckets) << doubling;
        return low + (((1L << doubling) - 1) / 2.0);
    }
}
