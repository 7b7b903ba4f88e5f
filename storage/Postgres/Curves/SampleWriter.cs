using System.Threading.Channels;
using Sems.Storage.Curves;

namespace Sems.Storage.Postgres.Curves;

/// <summary>
/// Writes samples on a few connections. Each takes everything that waits for it, stores it in one transaction and tells every caller
/// when that is durable; what comes meanwhile waits for the next. A charge's samples go through one of them, so they keep their order.
/// </summary>
internal sealed class SampleWriter
{
    private const int MostInBatch = 2_000;
    private readonly PostgresStore _store;
    private readonly FreshCounts _fresh;
    private readonly int _capacity;
    private readonly Channel<WaitingSample>[] _lanes;
    private readonly Task _work;
    private int _waiting;
    private int _storing;

    public SampleWriter(PostgresStore store, PostgresStorageOptions options, FreshCounts fresh)
    {
        (_store, _fresh, _capacity) = (store, fresh, options.QueueCapacity);
        _lanes = [.. Enumerable.Range(0, options.SampleWriters)
            .Select(_ => Channel.CreateUnbounded<WaitingSample>(new UnboundedChannelOptions { SingleReader = true }))];
        _work = Task.WhenAll(_lanes.Select(lane => Task.Run(() => WorkAsync(lane.Reader))));
    }

    /// <summary>Samples that are not durable yet, beside their batches, which <see cref="PostgresStore"/> counts as one write each.</summary>
    public int Waiting => Math.Max(0, Volatile.Read(ref _waiting) - Volatile.Read(ref _storing));

    /// <summary>Stores a sample; completes when it is durable.</summary>
    public ValueTask AppendAsync(long chargeId, in Sample sample)
    {
        if (Interlocked.Increment(ref _waiting) > _capacity)
        {
            Interlocked.Decrement(ref _waiting);
            return ValueTask.FromException(new StorageUnavailableException($"{_capacity} samples are waiting already"));
        }

        var waiting = new WaitingSample(chargeId, in sample);
        if (_lanes[(int)((ulong)chargeId % (ulong)_lanes.Length)].Writer.TryWrite(waiting)) return new ValueTask(waiting.Task);
        Interlocked.Decrement(ref _waiting);
        return ValueTask.FromException(new StorageUnavailableException("the storage is shutting down"));
    }

    /// <summary>Refuses what comes from now on; completes when what waits is stored.</summary>
    public Task CloseAsync()
    {
        foreach (var lane in _lanes) lane.Writer.TryComplete();
        return _work;
    }

    private async Task WorkAsync(ChannelReader<WaitingSample> lane)
    {
        var batch = new List<WaitingSample>();
        while (await lane.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MostInBatch && lane.TryRead(out var waiting)) batch.Add(waiting);
            await StoreAsync(batch).ConfigureAwait(false);
            Interlocked.Add(ref _waiting, -batch.Count);
            batch.Clear();
        }
    }

    private async Task StoreAsync(List<WaitingSample> batch)
    {
        try
        {
            var refused = await WriteAsync(batch).ConfigureAwait(false);
            foreach (var sample in batch)
            {
                if (refused.Contains(sample.ChargeId))
                {
                    sample.SetException(new InvalidOperationException($"charge {sample.ChargeId} is not open: it takes no samples"));
                    continue;
                }

                _fresh.Add(sample.ChargeId);
                sample.SetResult();
            }
        }
        catch (Exception fault)
        {
            foreach (var sample in batch) sample.TrySetException(fault);
        }
    }

    /// <summary>From its first step the store counts the batch as one write; only then is one of its samples left out here, so none is ever missing.</summary>
    private async Task<HashSet<long>> WriteAsync(List<WaitingSample> batch)
    {
        var write = _store.WriteAsync(new SampleBatch(batch).StoreAsync);
        Interlocked.Increment(ref _storing);
        try
        {
            return await write.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _storing);
        }
    }
}
