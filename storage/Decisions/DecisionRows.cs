using Sems.Storage.Curves;
using Sems.Storage.Sql;

namespace Sems.Storage.Decisions;

/// <summary>The rows of decisions.</summary>
internal static class DecisionRows
{
    public static async ValueTask AddAsync(ISqlSession session, DecisionRecord decision) => await session.RunAsync("""
        INSERT INTO decisions (charge_id, number, rule, action, at_ms, message, format, samples) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (charge_id, number) DO NOTHING
        """, decision.ChargeId, decision.Number, decision.Rule, decision.Action, decision.At.ToUnixTimeMilliseconds(), decision.Message,
        (long)SampleCodec.Format, Coded(decision.Samples)).ConfigureAwait(false);

    public static async ValueTask<IReadOnlyList<DecisionRecord>> OfChargeAsync(ISqlSession session, long chargeId) => await session.ListAsync(
        "SELECT charge_id, number, rule, action, at_ms, message, format, samples FROM decisions WHERE charge_id = $1 ORDER BY number",
        Read, chargeId).ConfigureAwait(false);

    private static DecisionRecord Read(ISqlRow row)
    {
        var samples = new List<Sample>();
        CurveChunk.Read(row.Int(6), row.Bytes(7), samples);
        return new DecisionRecord(row.Long(0), row.Int(1), row.Text(2), row.Text(3), row.Time(4), row.Text(5), samples);
    }

    private static ReadOnlyMemory<byte> Coded(IReadOnlyList<Sample> samples)
    {
        var bytes = new byte[samples.Count * SampleCodec.MaxBytes];
        var cursor = default(SampleCursor);
        var length = 0;
        foreach (var sample in samples) length += SampleCodec.Write(bytes.AsSpan(length), in sample, ref cursor);
        return bytes.AsMemory(0, length);
    }
}
