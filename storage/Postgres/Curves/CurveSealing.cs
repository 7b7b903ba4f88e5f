using System.Runtime.InteropServices;
using Npgsql;
using Sems.Storage.Curves;
using Sems.Storage.Curves.Packed;
using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres.Curves;

/// <summary>
/// Moves samples from the journal into packed chunks, inside a transaction that holds the charge's row: whoever seals, ends or
/// undoes the same charge waits. The last chunk is taken up again while it is not full.
/// </summary>
internal sealed class CurveSealing(FreshCounts fresh) : IChargeSamples
{
    public ValueTask OpenAsync(ISqlSession session, long chargeId) => ValueTask.CompletedTask;

    public async ValueTask DropAsync(ISqlSession session, long chargeId)
    {
        await session.RunAsync("DELETE FROM sample_journal WHERE charge_id = $1", chargeId).ConfigureAwait(false);
        await session.RunAsync("DELETE FROM curve_chunks WHERE charge_id = $1", chargeId).ConfigureAwait(false);
        fresh.Forget(chargeId);
    }

    public async ValueTask CloseAsync(ISqlSession session, long chargeId)
    {
        await SealAsync((PostgresSession)session, chargeId).ConfigureAwait(false);
        fresh.Forget(chargeId);
    }

    /// <summary>Seals what the journal has of a charge, open or not.</summary>
    public static async ValueTask<bool> LockAndSealAsync(ISqlSession session, long chargeId)
    {
        await session.ListAsync("SELECT charge_id FROM charges WHERE charge_id = $1 FOR NO KEY UPDATE", row => row.Long(0), chargeId).ConfigureAwait(false);
        return await SealAsync((PostgresSession)session, chargeId).ConfigureAwait(false);
    }

    private static async ValueTask<bool> SealAsync(PostgresSession session, long chargeId)
    {
        var fresh = await TakeAsync(session.Connection, chargeId).ConfigureAwait(false);
        if (fresh.Count == 0) return false;
        var last = await LastAsync(session, chargeId).ConfigureAwait(false);
        var next = (last?.Number ?? -1) + 1;
        if (last is { } unfinished && unfinished.TryTakeUp(fresh))
        {
            await session.RunAsync("DELETE FROM curve_chunks WHERE charge_id = $1 AND chunk = $2", chargeId, unfinished.Number).ConfigureAwait(false);
            next = unfinished.Number;
        }

        var samples = 0;
        foreach (var (bytes, count) in PackedChunks.Encode(CollectionsMarshal.AsSpan(fresh)))
        {
            await InsertAsync(session, chargeId, next++, SampleRange.Of(CollectionsMarshal.AsSpan(fresh).Slice(samples, count)), count, bytes)
                .ConfigureAwait(false);
            samples += count;
        }

        return true;
    }

    private static async ValueTask InsertAsync(ISqlSession session, long chargeId, int chunk, SampleRange range, int count, byte[] bytes) =>
        await session.RunAsync("""
            INSERT INTO curve_chunks (charge_id, chunk, first_at_ms, last_at_ms, min_time, max_time, count, format, samples)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, chargeId, chunk, range.FirstMs, range.LastMs, range.MinTime, range.MaxTime, count, (int)PackedCodec.Format, bytes).ConfigureAwait(false);

    private static async ValueTask<List<Sample>> TakeAsync(NpgsqlConnection connection, long chargeId)
    {
        var taken = new List<Sample>();
        await using var command = new NpgsqlCommand(JournalSql.Take, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = chargeId } } };
        await using var rows = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await rows.ReadAsync().ConfigureAwait(false)) taken.Add(JournalSql.Read(rows, 0));
        return taken;
    }

    private static ValueTask<LastChunk?> LastAsync(ISqlSession session, long chargeId) => session.OneAsync<LastChunk?>(
        "SELECT chunk, format, samples FROM curve_chunks WHERE charge_id = $1 ORDER BY chunk DESC LIMIT 1",
        row => new LastChunk(row.Int(0), row.Int(1), row.Bytes(2)), chargeId);

    private sealed record LastChunk(int Number, int Format, byte[] Bytes)
    {
        /// <summary>Puts its samples in front of others; false when it is full, or cannot be read: whoever reads the curve is told.</summary>
        public bool TryTakeUp(List<Sample> fresh)
        {
            if (Format != PackedCodec.Format || Bytes.Length >= PackedCodec.FullBytes) return false;
            try
            {
                var samples = new List<Sample>();
                CurveChunk.Read(Format, Bytes, samples);
                fresh.InsertRange(0, samples);
                return true;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }
}
