using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;
using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Writer;

/// <summary>A sample waiting for its batch: pooled, so that the sample path allocates nothing.</summary>
internal sealed class SampleWrite : WriteItem, IValueTaskSource
{
    private const int PoolLimit = 4_096;
    private readonly SampleJournal _journal;
    private readonly ConcurrentQueue<SampleWrite> _pool;
    private ManualResetValueTaskSourceCore<bool> _done = new() { RunContinuationsAsynchronously = true };
    private long _chargeId;
    private Sample _sample;

    private SampleWrite(SampleJournal journal, ConcurrentQueue<SampleWrite> pool) => (_journal, _pool) = (journal, pool);

    public override bool ChangesDatabase => false;

    public ValueTask Task => new(this, _done.Version);

    public static SampleWrite Rent(ConcurrentQueue<SampleWrite> pool, SampleJournal journal, long chargeId, in Sample sample)
    {
        if (!pool.TryDequeue(out var write)) write = new SampleWrite(journal, pool);
        write._chargeId = chargeId;
        write._sample = sample;
        return write;
    }

    public override void Run(SqliteDatabase database) => _journal.Stage(_chargeId, in _sample);

    public override void Complete()
    {
        if (Refusal is { } refusal) _done.SetException(refusal);
        else _done.SetResult(true);
    }

    public override void Fail(Exception fault) => _done.SetException(fault);

    void IValueTaskSource.GetResult(short token)
    {
        try
        {
            _done.GetResult(token);
        }
        finally
        {
            _done.Reset();
            Refusal = null;
            if (_pool.Count < PoolLimit) _pool.Enqueue(this);
        }
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _done.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _done.OnCompleted(continuation, state, token, flags);
}
