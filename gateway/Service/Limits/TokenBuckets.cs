using System.Collections.Concurrent;

namespace Sems.Gateway.Service.Limits;

/// <summary>
/// A token bucket for each key: so many requests per second in the long run, so many at once after a pause. A bucket is one number, the time at
/// which it will be full again; one that is full says nothing and is dropped.
/// </summary>
/// <typeparam name="TKey">Whom a bucket belongs to.</typeparam>
/// <param name="perSecond">Requests per second.</param>
/// <param name="burst">Requests at once.</param>
/// <param name="clock">The machine's clock.</param>
/// <param name="most">Buckets kept; while there are so many and none is full, newcomers share one.</param>
public sealed class TokenBuckets<TKey>(double perSecond, int burst, TimeProvider clock, int most = TokenBuckets<TKey>.Most)
    where TKey : notnull
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<TKey, Bucket> _buckets = new();
    private readonly Bucket _shared = new();
    private readonly long _cost = Math.Max(1, (long)(clock.TimestampFrequency / perSecond));
    private readonly long _betweenSweeps = clock.TimestampFrequency;
    private long _swept = clock.GetTimestamp();
    private int _count;

    /// <summary>Buckets in memory.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Takes a token.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="wait">When there is none: how long until there is one.</param>
    public bool TryTake(TKey key, out TimeSpan wait)
    {
        var now = clock.GetTimestamp();
        var bucket = _buckets.TryGetValue(key, out var found) ? found : Add(key, now);
        var tooLong = bucket.Take(_cost, _cost * burst, now);
        wait = tooLong > 0 ? TimeSpan.FromSeconds((double)tooLong / clock.TimestampFrequency) : TimeSpan.Zero;
        return tooLong <= 0;
    }

    private Bucket Add(TKey key, long now)
    {
        var swept = Interlocked.Read(ref _swept);
        if (now - swept >= _betweenSweeps && Interlocked.CompareExchange(ref _swept, now, swept) == swept) Sweep(now);
        if (Count >= most) return _shared;
        var bucket = new Bucket();
        if (!_buckets.TryAdd(key, bucket)) return _buckets.GetValueOrDefault(key, _shared);
        Interlocked.Increment(ref _count);
        return bucket;
    }

    private void Sweep(long now)
    {
        foreach (var pair in _buckets)
        {
            if (pair.Value.IsFull(now) && _buckets.TryRemove(pair)) Interlocked.Decrement(ref _count);
        }
    }

    private sealed class Bucket
    {
        private long _fullAt = long.MinValue;

        public bool IsFull(long now) => Interlocked.Read(ref _fullAt) <= now;

        /// <summary>Takes a token if there is one; how much too early it is otherwise.</summary>
        public long Take(long cost, long depth, long now)
        {
            while (true)
            {
                var fullAt = Interlocked.Read(ref _fullAt);
                var next = Math.Max(fullAt, now) + cost;
                if (next - now > depth) return next - now - depth;
                if (Interlocked.CompareExchange(ref _fullAt, next, fullAt) == fullAt) return 0;
            }
        }
    }
}
