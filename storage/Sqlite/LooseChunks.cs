using System.Runtime.InteropServices;
using Sems.Storage.Curves;
using Sems.Storage.Curves.Packed;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The chunks of a charge that can be packed, as they were read, and the fewer ones to be put in their place.</summary>
internal sealed class LooseChunks
{
    private readonly List<Sample> _samples = [];
    private List<(byte[] Bytes, int Samples)> _packed = [];
    private int _first;
    private int _last = -1;
    private int _count;
    private int _bytes;
    private long _throughSeq;

    private LooseChunks(long chargeId) => ChargeId = chargeId;

    /// <summary>Whose they are.</summary>
    public long ChargeId { get; }

    /// <summary>Reads those of a charge: all after its last full chunk of the packed format. From one snapshot.</summary>
    /// <exception cref="InvalidDataException">A chunk is not what was written.</exception>
    public static LooseChunks Read(SqliteDatabase database, long chargeId)
    {
        var loose = new LooseChunks(chargeId);
        ChunkRows.Read(database, chargeId, loose.Take);
        return loose;
    }

    /// <summary>Codes the new chunks; on whatever thread has the time.</summary>
    public void Pack() => _packed = PackedChunks.Encode(CollectionsMarshal.AsSpan(_samples));

    /// <summary>
    /// Puts the new chunks in the place of the old, in a transaction, and takes the charge off the backlog. The new ones bear the last
    /// of the old numbers: whoever asks for the number of the last chunk, or for its place in the journal, gets the same answer.
    /// </summary>
    /// <exception cref="InvalidOperationException">The old chunks are others than those that were read.</exception>
    public void Replace(SqliteDatabase database)
    {
        if (_packed.Count <= _count && _packed.Sum(p => p.Bytes.Length) < _bytes && Delete(database))
        {
            var samples = CollectionsMarshal.AsSpan(_samples);
            var chunk = _last - _packed.Count;
            foreach (var (bytes, taken) in _packed)
            {
                ChunkRows.Insert(database, ChargeId, ++chunk, _throughSeq, samples[..taken], PackedCodec.Format, bytes);
                samples = samples[taken..];
            }
        }

        // A chunk sealed since it was read asks for its own turn.
        database.Statement("""
            DELETE FROM curve_backlog WHERE charge_id = ?1 AND NOT EXISTS (SELECT 1 FROM curve_chunks WHERE charge_id = ?1 AND chunk > ?2)
            """).With(ChargeId).With(_last).Run();
    }

    private void Take(ChunkRow row)
    {
        if (row.Format == PackedCodec.Format && row.Bytes.Length >= PackedCodec.FullBytes)
        {
            _samples.Clear();
            (_count, _bytes) = (0, 0);
        }
        else
        {
            row.AddTo(_samples);
            if (_count++ == 0) _first = row.Chunk;
            _bytes += row.Bytes.Length;
        }

        (_last, _throughSeq) = (row.Chunk, row.ThroughSeq);
    }

    /// <summary>False when the charge was undone meanwhile, chunks and all.</summary>
    private bool Delete(SqliteDatabase database)
    {
        var deleted = database.Statement("DELETE FROM curve_chunks WHERE charge_id = ? AND chunk BETWEEN ? AND ?")
            .With(ChargeId).With(_first).With(_last).Run();
        if (deleted != 0 && deleted != _count) throw new InvalidOperationException($"the chunks of charge {ChargeId} are not those that were read");
        return deleted != 0;
    }
}
