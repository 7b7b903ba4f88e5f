using Sems.Storage.Books;
using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Books;

/// <summary>Sealed curves against charges: both are read once, side by side, by the charge's number.</summary>
internal sealed class CurveBooks(SqliteDatabase database, BookReport report, Pace pace)
{
    private readonly List<Sample> _samples = [];
    private long _charge = long.MinValue;
    private int _chunks;
    private long _count;
    private long _throughSeq;
    private bool _readable;

    public void Check()
    {
        using var charges = database.Statement("SELECT charge_id, samples, status = 4 FROM charges ORDER BY charge_id");
        using var chunks = database.Statement("""
            SELECT charge_id, chunk, first_at_ms, last_at_ms, min_time, max_time, count, through_seq, format, samples
            FROM curve_chunks ORDER BY charge_id, chunk
            """);
        var more = chunks.Step();
        while (charges.Step())
        {
            var id = charges.Long(0);
            pace.At(id);
            for (; more && chunks.Long(0) < id; more = chunks.Step()) Orphan(chunks.Long(0));
            Begin(id);
            for (; more && chunks.Long(0) == id; more = chunks.Step()) CheckChunk(chunks);
            if (charges.Int(2) == 0) continue; // an open one has its last samples in the journal
            report.Checked(BookRule.CurveCount);
            if (_readable && !charges.IsNull(1) && charges.Long(1) != _count)
                report.Fault(BookRule.CurveCount, $"charge {id}: {charges.Long(1)} samples, its curve has {_count}");
        }
        for (; more; more = chunks.Step()) Orphan(chunks.Long(0));
    }

    private void Begin(long charge) => (_charge, _chunks, _count, _throughSeq, _readable) = (charge, 0, 0, 0, true);

    private void Orphan(long charge)
    {
        if (charge != _charge) report.Fault(BookRule.CurveOrphan, $"curve {charge}");
        Begin(charge);
    }

    private void CheckChunk(SqliteStatement row)
    {
        var (chunk, throughSeq, format) = (row.Int(1), row.Long(7), row.Int(8));
        var follows = format == SampleCodec.Format ? chunk == _chunks : chunk >= _chunks; // packed ones bear the last of their old numbers
        if (!follows || throughSeq < _throughSeq) report.Fault(BookRule.CurveOrder, $"charge {_charge}: chunk {chunk} stands where {_chunks} should");
        (_chunks, _throughSeq) = (chunk + 1, throughSeq);
        report.Checked(BookRule.CurveOrphan);
        report.Checked(BookRule.CurveOrder);
        report.Checked(BookRule.CurveUnreadable);
        _samples.Clear();
        try
        {
            CurveChunk.Read(format, row.Blob(9), _samples);
        }
        catch (InvalidDataException fault)
        {
            _readable = false;
            report.Fault(BookRule.CurveUnreadable, $"charge {_charge}, chunk {chunk}: {fault.Message}");
            return;
        }
        _count += _samples.Count;
        if (_samples.Count != row.Long(6)) report.Fault(BookRule.CurveCount, $"charge {_charge}, chunk {chunk}: {row.Long(6)} samples, it holds {_samples.Count}");
        else if (!IsWithin(row)) report.Fault(BookRule.CurveOrder, $"charge {_charge}, chunk {chunk}: its samples lie outside its times");
    }

    /// <summary>Whether the chunk's times are those of its samples; by them a sample is looked for.</summary>
    private bool IsWithin(SqliteStatement row)
    {
        var (firstMs, lastMs, minTime, maxTime) = (long.MaxValue, long.MinValue, double.MaxValue, double.MinValue);
        foreach (var sample in _samples)
        {
            (firstMs, lastMs) = (Math.Min(firstMs, sample.AtMs), Math.Max(lastMs, sample.AtMs));
            (minTime, maxTime) = (Math.Min(minTime, sample.Time), Math.Max(maxTime, sample.Time));
        }
        return (firstMs, lastMs, minTime, maxTime) == (row.Long(2), row.Long(3), row.Double(4), row.Double(5));
    }
}
