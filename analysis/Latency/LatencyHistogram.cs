using System.Numerics;

namespace Sems.Analysis.Latency;

/// <summary>
/// Durations counted in buckets that grow with the duration, a fixed number of them to each doubling, so that a percentile is right to a
/// share of itself. Recording is one interlocked add and takes no memory; reading while others record is allowed.
/// </summary>
public sealed class LatencyHistogram
{
    private readonly int _bits;
    private readonly long[] _counts;

    /// <summary>An empty histogram.</summary>
    /// <param name="bits">2 to this power buckets to each doubling: with 6, a percentile is at most 1/64 above the truth; with 4, 1/16.</param>
    /// <param name="range">Durations of 2 to this power ns and more count as the longest below; 63 for no limit. Buckets take 8 bytes each.</param>
    public LatencyHistogram(int bits = 6, int range = 63)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(range, bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range, 63);
        _bits = bits;
        _counts = new long[(range - bits + 1) << bits];
    }

    /// <summary>How many buckets there are.</summary>
    public int Buckets => _counts.Length;

    /// <summary>Durations recorded.</summary>
    public long Count
    {
        get
        {
            var sum = 0L;
            for (var i = 0; i < _counts.Length; i++) sum += this[i];
            return sum;
        }
    }

    /// <summary>Durations in a bucket.</summary>
    public long this[int bucket] => Interlocked.Read(ref _counts[bucket]);

    /// <summary>Records one duration.</summary>
    /// <param name="nanoseconds">ns; below 0 counts as 0.</param>
    public void Record(long nanoseconds) => Interlocked.Increment(ref _counts[Math.Min(BucketOf(Math.Max(0, nanoseconds)), _counts.Length - 1)]);

    /// <summary>Records one duration.</summary>
    public void Record(TimeSpan duration) => Record((long)Math.Min(long.MaxValue, duration.TotalNanoseconds));

    /// <summary>Adds durations to a bucket.</summary>
    public void Add(int bucket, long count) => Interlocked.Add(ref _counts[bucket], count);

    /// <summary>Adds what another histogram, made with the same numbers, has counted.</summary>
    public void Add(LatencyHistogram other)
    {
        if (other._bits != _bits || other.Buckets != Buckets) throw new ArgumentException("Histograms of different buckets cannot be added.", nameof(other));
        for (var i = 0; i < _counts.Length; i++) Add(i, other[i]);
    }

    /// <summary>The duration that a share of all recorded ones does not exceed: the upper end of its bucket.</summary>
    /// <param name="share">0 to 1, e.g. 0.99.</param>
    /// <returns>ns; 0 when nothing was recorded.</returns>
    public long Percentile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += this[i];
            if (seen >= wanted) return HighestOf(i);
        }
        return 0;
    }

    private int BucketOf(long value)
    {
        if (value < 1L << _bits) return (int)value;
        var shift = BitOperations.Log2((ulong)value) - _bits;
        return (shift << _bits) + (int)(value >> shift);
    }

    private long HighestOf(int bucket)
    {
        if (bucket < 2 << _bits) return bucket;
        var shift = (bucket >> _bits) - 1;
        return ((bucket - (shift << _bits) + 1L) << shift) - 1;
    }
}
