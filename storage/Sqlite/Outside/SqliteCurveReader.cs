using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Outside;

/// <summary>Curves as another process writes them: sealed chunks and, while a charge is open, its rows of the journal, in one snapshot.</summary>
internal sealed class SqliteCurveReader(SqliteReaders readers) : ICurveReader
{
    public Task<IReadOnlyList<Sample>> ReadAsync(long chargeId, CancellationToken cancel = default) =>
        readers.ReadAsync(chargeId, ReadAll, cancel);

    public Task<IReadOnlyList<Sample>> UnsealedAsync(long chargeId, CancellationToken cancel = default) =>
        readers.ReadAsync(chargeId, ReadUnsealed, cancel);

    public ValueTask<long> SampleCountAsync(CancellationToken cancel = default) => new(readers.ReadAsync(0, Total, cancel));

    private static IReadOnlyList<Sample> ReadAll(SqliteDatabase database, long chargeId)
    {
        database.Execute("BEGIN"); // one snapshot; whoever reads gives a connection that threw away
        var samples = new List<Sample>();
        var throughSeq = ReadChunks(database, chargeId, samples);
        if (IsOpen(database, chargeId)) ReadJournal(database, chargeId, throughSeq, samples);
        database.Execute("COMMIT");
        return CurveOrder.Of(samples);
    }

    private static IReadOnlyList<Sample> ReadUnsealed(SqliteDatabase database, long chargeId)
    {
        database.Execute("BEGIN");
        var samples = new List<Sample>();
        if (IsOpen(database, chargeId)) ReadJournal(database, chargeId, SealedThrough(database, chargeId), samples);
        database.Execute("COMMIT");
        return samples;
    }

    private static long SealedThrough(SqliteDatabase database, long chargeId)
    {
        using var last = database.Statement("SELECT through_seq FROM curve_chunks WHERE charge_id = ? ORDER BY chunk DESC LIMIT 1").With(chargeId);
        return last.Step() ? last.Long(0) : 0;
    }

    /// <summary>Reads the sealed samples; returns the journal row up to which there are no others.</summary>
    private static long ReadChunks(SqliteDatabase database, long chargeId, List<Sample> samples)
    {
        var throughSeq = 0L;
        ChunkRows.Read(database, chargeId, row =>
        {
            throughSeq = row.ThroughSeq;
            row.AddTo(samples);
        });
        return throughSeq;
    }

    private static bool IsOpen(SqliteDatabase database, long chargeId)
    {
        using var row = database.Statement("SELECT status < 4 FROM charges WHERE charge_id = ?").With(chargeId);
        return row.Step() && row.Int(0) != 0;
    }

    private static void ReadJournal(SqliteDatabase database, long chargeId, long throughSeq, List<Sample> samples)
    {
        var tail = new List<byte>(OpenCurve.FullBytes);
        JournalRow.Visit keep = (id, coded) =>
        {
            if (id == chargeId) tail.AddRange(coded);
        };
        using var rows = database.Statement("SELECT samples FROM sample_journal WHERE seq > ? ORDER BY seq").With(throughSeq);
        while (rows.Step()) JournalRow.Read(rows.Blob(0), keep);
        SampleCodec.ReadAll(tail.ToArray(), SampleCodec.Format, samples);
    }

    private static long Total(SqliteDatabase database, int unused)
    {
        using var last = database.Statement("SELECT total FROM sample_journal ORDER BY seq DESC LIMIT 1");
        return last.Step() ? last.Long(0) : 0;
    }
}
