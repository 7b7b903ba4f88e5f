using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Decisions;

/// <summary>The rows of decisions.</summary>
internal static class DecisionRows
{
    public static void Insert(SqliteDatabase database, DecisionRecord decision) => database.Statement("""
        INSERT INTO decisions (charge_id, number, rule, action, at_ms, message, format, samples) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (charge_id, number) DO NOTHING
        """)
        .With(decision.ChargeId).With(decision.Number).With(decision.Rule).With(decision.Action)
        .With(decision.At.ToUnixTimeMilliseconds()).With(decision.Message).With(SampleCodec.Format).With(Coded(decision.Samples)).Run();

    public static IReadOnlyList<DecisionRecord> OfCharge(SqliteDatabase database, long chargeId)
    {
        var decisions = new List<DecisionRecord>();
        using var rows = database.Statement(
            "SELECT number, rule, action, at_ms, message, format, samples FROM decisions WHERE charge_id = ? ORDER BY number").With(chargeId);
        while (rows.Step())
        {
            var samples = new List<Sample>();
            CurveChunk.Read(rows.Int(5), rows.Blob(6), samples);
            decisions.Add(new DecisionRecord(
                chargeId, rows.Int(0), rows.Text(1), rows.Text(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(3)), rows.Text(4), samples));
        }
        return decisions;
    }

    private static ReadOnlySpan<byte> Coded(IReadOnlyList<Sample> samples)
    {
        var bytes = new byte[samples.Count * SampleCodec.MaxBytes];
        var cursor = default(SampleCursor);
        var length = 0;
        foreach (var sample in samples) length += SampleCodec.Write(bytes.AsSpan(length), in sample, ref cursor);
        return bytes.AsSpan(0, length);
    }
}
