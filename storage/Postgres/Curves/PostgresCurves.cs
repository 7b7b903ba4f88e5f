using Sems.Storage.Curves;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres.Curves;

/// <summary>Curves, to be read and added to.</summary>
internal sealed class PostgresCurves(PostgresStore store, SampleWriter writer) : PostgresCurveReader(store), ICurveStore
{
    private readonly PostgresStore _store = store;

    public ValueTask AppendAsync(long chargeId, in Sample sample) => writer.AppendAsync(chargeId, in sample);

    public async ValueTask<bool> ContainsAsync(long chargeId, double time, CancellationToken cancel = default)
    {
        var places = await _store.ReadAsync((ISqlSession session) => session.ListAsync("""
            SELECT -1 AS chunk, 0 AS format, NULL AS samples FROM sample_journal WHERE charge_id = $1 AND sample_time = $2
            UNION ALL
            SELECT chunk, format, samples FROM curve_chunks WHERE charge_id = $1 AND min_time <= $2 AND max_time >= $2
            """, row => (Chunk: row.Int(0), Format: row.Int(1), Bytes: row.IsNull(2) ? [] : row.Bytes(2)), chargeId, time), cancel).ConfigureAwait(false);
        var samples = new List<Sample>();
        foreach (var (chunk, format, bytes) in places)
        {
            if (chunk < 0) return true;
            CurveChunk.Read(chargeId, chunk, format, bytes, samples);
        }

        return samples.Exists(sample => sample.Time == time);
    }
}
