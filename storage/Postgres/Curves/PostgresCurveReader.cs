using Npgsql;
using Sems.Storage.Curves;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres.Curves;

/// <summary>Curves: chunks and journal, always of one moment.</summary>
internal class PostgresCurveReader(PostgresStore store) : ICurveReader
{
    private const string Whole = $"""
        SELECT 0 AS part, chunk::bigint AS place, format, samples,
               NULL::float8 AS sample_time, NULL::bigint AS at_ms, NULL::float8 AS current_a, NULL::float8 AS energy,
               NULL::float8 AS voltage_v, NULL::float8 AS power_w, NULL::smallint AS marks
        FROM curve_chunks WHERE charge_id = $1
        UNION ALL
        SELECT 1, seq, NULL, NULL, {JournalSql.Columns} FROM sample_journal WHERE charge_id = $1
        ORDER BY part, place
        """;

    public async Task<IReadOnlyList<Sample>> ReadAsync(long chargeId, CancellationToken cancel = default)
    {
        var samples = await store.ReadAsync(connection => ReadAsync(connection, chargeId, cancel), cancel).ConfigureAwait(false);
        return CurveOrder.Of(samples);
    }

    public Task<IReadOnlyList<Sample>> UnsealedAsync(long chargeId, CancellationToken cancel = default) =>
        store.ReadAsync(connection => ReadUnsealedAsync(connection, chargeId, cancel), cancel);

    public ValueTask<long> SampleCountAsync(CancellationToken cancel = default) => new(store.ReadAsync(
        (ISqlSession session) => session.OneAsync("SELECT sum(samples)::bigint FROM sample_totals", row => row.Long(0)), cancel));

    private static async ValueTask<IReadOnlyList<Sample>> ReadUnsealedAsync(NpgsqlConnection connection, long chargeId, CancellationToken cancel)
    {
        var samples = new List<Sample>();
        await using var command = new NpgsqlCommand($"SELECT {JournalSql.Columns} FROM sample_journal WHERE charge_id = $1 ORDER BY seq", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = chargeId } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await rows.ReadAsync(cancel).ConfigureAwait(false)) samples.Add(JournalSql.Read(rows, 0));
        return samples;
    }

    private static async ValueTask<List<Sample>> ReadAsync(NpgsqlConnection connection, long chargeId, CancellationToken cancel)
    {
        var samples = new List<Sample>();
        await using var command = new NpgsqlCommand(Whole, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = chargeId } } };
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            if (rows.GetInt32(0) == 1) samples.Add(JournalSql.Read(rows, 4));
            else Decode(chargeId, rows, samples);
        }

        return samples;
    }

    private static void Decode(long chargeId, NpgsqlDataReader row, List<Sample> samples) =>
        CurveChunk.Read(chargeId, (int)row.GetInt64(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), samples);
}
