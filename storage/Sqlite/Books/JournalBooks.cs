using System.Runtime.InteropServices;
using Sems.Storage.Books;
using Sems.Storage.Curves;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Books;

/// <summary>
/// The journal: what an open charge has there and not in a chunk must decode, and an ended charge may have nothing there that no chunk
/// holds. Rows that are no longer needed are trimmed when the writer has time, so there being some is no fault.
/// </summary>
internal sealed class JournalBooks(SqliteDatabase database, BookReport report, Pace pace)
{
    private readonly Dictionary<long, Tail> _tails = [];

    public void Check()
    {
        using var rows = database.Statement("SELECT seq, samples FROM sample_journal ORDER BY seq");
        while (rows.Step())
        {
            var seq = rows.Long(0);
            pace.At(seq);
            report.Checked(BookRule.JournalUnreadable);
            try
            {
                JournalRow.Read(rows.Blob(1), (charge, coded) => Take(charge, seq, coded));
            }
            catch (Exception fault) when (fault is InvalidDataException or IndexOutOfRangeException or ArgumentOutOfRangeException)
            {
                report.Fault(BookRule.JournalUnreadable, $"row {seq}: {fault.Message}");
            }
        }
        foreach (var (charge, tail) in _tails.OrderBy(pair => pair.Key)) CheckTail(charge, tail);
    }

    private void Take(long charge, long seq, ReadOnlySpan<byte> coded)
    {
        if (!_tails.TryGetValue(charge, out var tail)) _tails[charge] = tail = Find(charge);
        if (tail.State == Charge.Undone || seq <= tail.ThroughSeq) return;
        if (tail.State == Charge.Open) tail.Bytes.AddRange(coded);
        else tail.Unsealed++;
    }

    private void CheckTail(long charge, Tail tail)
    {
        if (tail.State == Charge.Ended)
        {
            report.Checked(BookRule.JournalUnsealed);
            if (tail.Unsealed > 0) report.Fault(BookRule.JournalUnsealed, $"charge {charge}: {tail.Unsealed} samples");
        }
        else if (tail.State == Charge.Open)
        {
            report.Checked(BookRule.CurveUnreadable);
            try
            {
                SampleCodec.ReadAll(CollectionsMarshal.AsSpan(tail.Bytes), SampleCodec.Format, []);
            }
            catch (InvalidDataException fault)
            {
                report.Fault(BookRule.CurveUnreadable, $"charge {charge}, in the journal: {fault.Message}");
            }
        }
    }

    private Tail Find(long charge)
    {
        using var row = database.Statement("""
            SELECT status = 4, (SELECT through_seq FROM curve_chunks WHERE charge_id = ?1 ORDER BY chunk DESC LIMIT 1) FROM charges WHERE charge_id = ?1
            """).With(charge);
        if (!row.Step()) return new Tail(Charge.Undone, 0);
        return new Tail(row.Int(0) != 0 ? Charge.Ended : Charge.Open, row.Long(1));
    }

    private enum Charge
    {
        Undone,
        Open,
        Ended,
    }

    private sealed class Tail(Charge state, long throughSeq)
    {
        public Charge State { get; } = state;

        public long ThroughSeq { get; } = throughSeq;

        public List<byte> Bytes { get; } = [];

        public long Unsealed { get; set; }
    }
}
