using System.Runtime.InteropServices;
using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>
/// The database side of the open curves, driven by the writer's thread: a batch's samples become one journal row, full
/// tails become chunks, and the journal is trimmed up to the oldest sample that is in no chunk yet.
/// </summary>
internal sealed class SampleJournal(OpenCurves curves, SqliteStorageOptions options)
{
    private const int EarlySealsPerBatch = 256;
    private const int ChunksToPack = 16; // of an open charge: two hours and more of it
    private const int TrimStep = 512;
    private const int TrimLimit = 8_192;
    private static readonly TimeSpan TrimEvery = TimeSpan.FromSeconds(2);

    private readonly JournalRow _row = new();
    private readonly List<Sample> _sealing = [];
    private long _seq;
    private long _trimmedTo;
    private long _stagedTrim;
    private long _trimmedAt;
    private long _total;
    private bool _staged;
    private bool _stagedPacking;

    /// <summary>Called on the writer's thread when a charge was entered for packing, and that is durable.</summary>
    public Action? PackingRequested { get; set; }

    /// <summary>Samples stored since the database was made.</summary>
    public long Total => Volatile.Read(ref _total);

    /// <summary>Rows the journal holds.</summary>
    public long Rows => _seq - _trimmedTo;

    /// <summary>Reads the open charges, their last chunks and the journal.</summary>
    public void Load(SqliteDatabase database) => curves.Reload(() =>
    {
        LoadOpenCharges(database);
        (_seq, _total, _trimmedTo) = (0, 0, -1);
        var now = NowMs();
        var seq = 0L;
        JournalRow.Visit restore = (chargeId, coded) => curves.Restore(chargeId, coded, seq, now);
        using var rows = database.Statement("SELECT seq, total, samples FROM sample_journal ORDER BY seq");
        while (rows.Step())
        {
            seq = rows.Long(0);
            if (_trimmedTo < 0) _trimmedTo = seq - 1;
            (_seq, _total) = (seq, rows.Long(1));
            JournalRow.Read(rows.Blob(2), restore);
        }

        _trimmedTo = Math.Max(_trimmedTo, 0);
    });

    /// <summary>
    /// Loads again if the database went another way than memory did: a commit may report a fault and be made all the same.
    /// </summary>
    public void Verify(SqliteDatabase database)
    {
        using var last = database.Statement("SELECT coalesce(max(seq), 0) FROM sample_journal");
        last.Step();
        if (last.Long(0) == _seq) return;
        last.Dispose();
        Load(database);
    }

    /// <summary>Puts a sample into the running batch.</summary>
    /// <exception cref="InvalidOperationException">The charge is not open.</exception>
    public void Stage(long chargeId, in Sample sample)
    {
        if (curves.Find(chargeId) is not { } curve || (curve.Stage & CurveStage.Closed) != 0)
            throw new InvalidOperationException($"charge {chargeId} is not open: it takes no samples");
        curves.Touch(curve, CurveStage.Touched);
        _row.Add(chargeId, curve.Append(in sample, curves.Gate));
        _staged = true;
    }

    /// <summary>A charge began in the running batch.</summary>
    public void Open(long chargeId)
    {
        curves.Open(chargeId);
        _staged = true;
    }

    /// <summary>A charge ended in the running batch: seals its tail; it takes no more samples.</summary>
    public void Close(SqliteDatabase database, long chargeId)
    {
        if (curves.Find(chargeId) is not { } curve) return;
        if (curve.HasSamples) Seal(database, curve);
        RequestPacking(database, chargeId);
        curves.Touch(curve, CurveStage.Closed);
        _staged = true;
    }

    /// <summary>A charge is undone in the running batch, with what samples it has.</summary>
    public void Drop(SqliteDatabase database, long chargeId)
    {
        database.Statement("DELETE FROM curve_chunks WHERE charge_id = ?").With(chargeId).Run();
        database.Statement("DELETE FROM curve_backlog WHERE charge_id = ?").With(chargeId).Run();
        if (curves.Find(chargeId) is not { } curve) return;
        curves.Touch(curve, CurveStage.Closed);
        _staged = true;
    }

    /// <summary>Writes what the running batch staged, before it is committed.</summary>
    public void Finish(SqliteDatabase database)
    {
        SealFull(database);
        SealOld(database);
        if (!_staged) return;
        database.Statement("INSERT INTO sample_journal (seq, total, samples) VALUES (?, ?, ?)")
            .With(_seq + 1).With(_total + _row.Samples).With(_row.Bytes).Run();
        Trim(database);
    }

    /// <summary>The running batch is durable.</summary>
    public void Commit()
    {
        if (!_staged) return;
        _seq++;
        if (_stagedTrim > 0) (_trimmedTo, _trimmedAt) = (_stagedTrim, options.TimeProvider.GetTimestamp());
        curves.Commit(_seq, NowMs());
        Volatile.Write(ref _total, _total + _row.Samples);
        if (_stagedPacking) PackingRequested?.Invoke();
        Forget();
    }

    /// <summary>The running batch was not stored.</summary>
    public void Rollback()
    {
        curves.Rollback();
        Forget();
    }

    private void Forget()
    {
        _row.Clear();
        (_staged, _stagedTrim, _stagedPacking) = (false, 0, false);
    }

    private void SealFull(SqliteDatabase database)
    {
        foreach (var curve in curves.Touched)
            if (curve.IsFull && (curve.Stage & (CurveStage.Sealed | CurveStage.Closed)) == 0) Seal(database, curve);
    }

    private void SealOld(SqliteDatabase database)
    {
        var oldestSeq = _seq - options.MaxJournalRows;
        var oldestMs = NowMs() - (long)options.MaxTailAge.TotalMilliseconds;
        var sealedNow = 0;
        for (var curve = curves.Oldest; curve is not null && sealedNow < EarlySealsPerBatch; curve = curve.Newer)
        {
            if (curve.FirstSeq > oldestSeq && curve.FirstStoredMs > oldestMs) return;
            if ((curve.Stage & (CurveStage.Sealed | CurveStage.Closed)) != 0) continue;
            Seal(database, curve);
            sealedNow++;
        }
    }

    private void Seal(SqliteDatabase database, OpenCurve curve)
    {
        _sealing.Clear();
        SampleCodec.ReadAll(curve.Bytes, SampleCodec.Format, _sealing);
        ChunkRows.Insert(
            database, curve.ChargeId, curve.NextChunk, _seq + 1, CollectionsMarshal.AsSpan(_sealing), SampleCodec.Format, curve.Bytes);
        if ((curve.NextChunk + 1) % ChunksToPack == 0) RequestPacking(database, curve.ChargeId);
        curves.Touch(curve, CurveStage.Sealed);
        _staged = true;
    }

    private void RequestPacking(SqliteDatabase database, long chargeId)
    {
        database.Statement("INSERT INTO curve_backlog (charge_id) VALUES (?) ON CONFLICT DO NOTHING").With(chargeId).Run();
        _stagedPacking = true;
    }

    private void Trim(SqliteDatabase database)
    {
        var free = Math.Min((curves.Oldest?.FirstSeq ?? long.MaxValue) - 1, _seq); // the row of this batch stays: it carries the total
        if (free <= _trimmedTo) return;
        if (free - _trimmedTo < TrimStep && options.TimeProvider.GetElapsedTime(_trimmedAt) < TrimEvery) return;
        _stagedTrim = Math.Min(free, _trimmedTo + TrimLimit);
        database.Statement("DELETE FROM sample_journal WHERE seq <= ?").With(_stagedTrim).Run();
    }

    private void LoadOpenCharges(SqliteDatabase database)
    {
        using var open = database.Statement("SELECT charge_id FROM charges WHERE status < 4");
        var last = database.Statement("SELECT chunk, through_seq FROM curve_chunks WHERE charge_id = ? ORDER BY chunk DESC LIMIT 1");
        while (open.Step())
        {
            var chargeId = open.Long(0);
            using var chunk = last.With(chargeId);
            if (chunk.Step()) curves.Add(chargeId, chunk.Int(0) + 1, chunk.Long(1));
            else curves.Add(chargeId, 0, 0);
        }
    }

    private long NowMs() => options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();
}
