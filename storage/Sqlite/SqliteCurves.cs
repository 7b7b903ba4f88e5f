using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>Curves: durable tails in memory, sealed chunks in the database.</summary>
internal sealed class SqliteCurves(SqliteWriter writer, SqliteReaders readers, OpenCurves open, SampleJournal journal) : ICurveStore
{
    public ValueTask<long> SampleCountAsync(CancellationToken cancel = default) => ValueTask.FromResult(journal.Total);

    public ValueTask AppendAsync(long chargeId, in Sample sample) => writer.WriteAsync(chargeId, in sample);

    public ValueTask<bool> ContainsAsync(long chargeId, double time, CancellationToken cancel = default)
    {
        // The tail first: a seal between the two reads moves samples from the tail to the chunks, never back.
        foreach (var sample in open.Snapshot(chargeId).Samples)
            if (sample.Time == time) return ValueTask.FromResult(true);
        return new ValueTask<bool>(readers.ReadAsync((chargeId, time), ChunksContain, cancel));
    }

    public Task<IReadOnlyList<Sample>> ReadAsync(long chargeId, CancellationToken cancel = default)
    {
        var tail = open.Snapshot(chargeId);
        return readers.ReadAsync((chargeId, tail), ReadAll, cancel);
    }

    public Task<IReadOnlyList<Sample>> UnsealedAsync(long chargeId, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<Sample>>([.. open.Snapshot(chargeId).Samples]);

    private static bool ChunksContain(SqliteDatabase database, (long ChargeId, double Time) key)
    {
        using var rows = database.Statement(
            "SELECT chunk, format, samples FROM curve_chunks WHERE charge_id = ? AND min_time <= ? AND max_time >= ?")
            .With(key.ChargeId).With(key.Time).With(key.Time);
        var samples = new List<Sample>(OpenCurve.FullSamples);
        while (rows.Step())
        {
            samples.Clear();
            new ChunkRow(key.ChargeId, rows.Int(0), 0, rows.Int(1), rows.Blob(2)).AddTo(samples);
            foreach (var sample in samples)
                if (sample.Time == key.Time) return true;
        }

        return false;
    }

    /// <summary>The chunks, and the tail as it was taken before, unless a seal in between has put it among the chunks.</summary>
    internal static IReadOnlyList<Sample> ReadAll(SqliteDatabase database, (long ChargeId, TailSnapshot Tail) key)
    {
        var samples = new List<Sample>();
        var tailSealed = false;
        ChunkRows.Read(database, key.ChargeId, row =>
        {
            tailSealed |= row.Chunk >= key.Tail.Chunk;
            row.AddTo(samples);
        });
        if (!tailSealed) samples.AddRange(key.Tail.Samples);
        return CurveOrder.Of(samples);
    }
}
