using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The rows of sealed chunks.</summary>
internal static class ChunkRows
{
    /// <summary>Seals samples.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <param name="chargeId">Whose they are.</param>
    /// <param name="chunk">The chunk's number, beyond those of the samples before.</param>
    /// <param name="throughSeq">Journal rows up to here hold no sample of the charge that is not in this chunk or one before.</param>
    /// <param name="samples">What the bytes hold.</param>
    /// <param name="format">How.</param>
    /// <param name="bytes">The samples as bytes.</param>
    public static void Insert(
        SqliteDatabase database, long chargeId, int chunk, long throughSeq, ReadOnlySpan<Sample> samples, int format, ReadOnlySpan<byte> bytes)
    {
        var range = SampleRange.Of(samples);
        database.Statement("""
            INSERT INTO curve_chunks (charge_id, chunk, first_at_ms, last_at_ms, min_time, max_time, count, through_seq, format, samples)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
            .With(chargeId).With(chunk).With(range.FirstMs).With(range.LastMs).With(range.MinTime).With(range.MaxTime)
            .With(samples.Length).With(throughSeq).With(format).With(bytes).Run();
    }

    /// <summary>Goes through the chunks of a charge in order.</summary>
    /// <exception cref="InvalidDataException">A chunk is not what was written; the message says which.</exception>
    public static void Read(SqliteDatabase database, long chargeId, Action<ChunkRow> visit)
    {
        using var rows = database.Statement(
            "SELECT chunk, through_seq, format, samples FROM curve_chunks WHERE charge_id = ? ORDER BY chunk").With(chargeId);
        while (rows.Step()) visit(new ChunkRow(chargeId, rows.Int(0), rows.Long(1), rows.Int(2), rows.Blob(3)));
    }
}

/// <summary>A row of a chunk, valid until the next is read.</summary>
internal readonly ref struct ChunkRow(long chargeId, int chunk, long throughSeq, int format, ReadOnlySpan<byte> bytes)
{
    /// <summary>The chunk's number.</summary>
    public int Chunk { get; } = chunk;

    /// <summary>Journal rows up to here hold no sample that is not in this chunk or one before.</summary>
    public long ThroughSeq { get; } = throughSeq;

    /// <summary>The layout of the bytes.</summary>
    public int Format { get; } = format;

    /// <summary>The samples as bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>Adds the samples to a list, in order of arrival.</summary>
    /// <exception cref="InvalidDataException">The chunk is not what was written.</exception>
    public void AddTo(List<Sample> samples) => CurveChunk.Read(chargeId, Chunk, Format, Bytes, samples);
}
