using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>Charges and bills.</summary>
internal sealed class SqliteLedger(SqliteWriter writer, SqliteReaders readers, SampleJournal journal)
    : SqliteLedgerReader(readers), ILedger
{
    private const int IdBlock = 1_000;
    private readonly Lock _idGate = new();
    private readonly SemaphoreSlim _idRefill = new(1);
    private long _nextId;
    private long _idEnd;

    public ValueTask<long> NextChargeIdAsync() => TakeId() is { } id ? ValueTask.FromResult(id) : RefillIdsAsync();

    public Task BeginChargeAsync(ChargeStart start) => writer.WriteAsync(database =>
    {
        var added = database.Statement("""
            INSERT INTO charges (charge_id, group_number, ammeter_number, student_number, card_number, status, started_at_ms, tariff_json)
            VALUES (?, ?, ?, ?, ?, 0, ?, ?) ON CONFLICT (charge_id) DO NOTHING
            """)
            .With(start.ChargeId).With(start.Group).With(start.Ammeter).With(start.StudentNumber).With(start.CardNumber)
            .With(start.StartedAt.ToUnixTimeMilliseconds()).With(start.TariffJson).Run();
        if (added == 1) journal.Open(start.ChargeId);
    });

    public Task SetStatusAsync(long chargeId, ChargeStatus status)
    {
        if (status is not (ChargeStatus.Charging or ChargeStatus.Low or ChargeStatus.Paused))
            throw new ArgumentOutOfRangeException(nameof(status), status, "not a live status");
        return writer.WriteAsync(database =>
        {
            var changed = database.Statement("UPDATE charges SET status = ? WHERE charge_id = ? AND status <> 4")
                .With((long)status).With(chargeId).Run();
            if (changed == 0) RequireCharge(database, chargeId);
        });
    }

    public Task AbandonChargeAsync(long chargeId) => writer.WriteAsync(database =>
    {
        var removed = database.Statement("DELETE FROM charges WHERE charge_id = ? AND status = 0").With(chargeId).Run();
        if (removed == 1) journal.Drop(database, chargeId);
    });

    public Task CloseChargeAsync(ChargeEnd end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(end.Fen);
        return writer.WriteAsync(database =>
        {
            var ended = database.Statement("""
                UPDATE charges SET status = 4, ended_at_ms = ?, full_at_ms = ?, samples = ?, energy_wh = ?, reason = ?,
                energy_backward = ?, energy_jumps = ?, energy_scales = ?
                WHERE charge_id = ? AND status <> 4
                """)
                .With(end.EndedAt.ToUnixTimeMilliseconds()).With(end.FullAt?.ToUnixTimeMilliseconds()).With(end.Samples)
                .With(end.EnergyWh).With(end.Reason)
                .With(end.EnergyFaults?.Backward).With(end.EnergyFaults?.Jumps).With(end.EnergyFaults?.Scales).With(end.ChargeId).Run();
            if (ended == 0)
            {
                RequireCharge(database, end.ChargeId);
                return;
            }

            var billed = database.Statement("""
                INSERT INTO bills (charge_id, student_number, group_number, fen, status, created_at_ms)
                SELECT charge_id, ?, group_number, ?, 0, ? FROM charges WHERE charge_id = ?
                ON CONFLICT (charge_id) DO NOTHING
                """)
                .With(end.StudentNumber).With(end.Fen).With(end.EndedAt.ToUnixTimeMilliseconds()).With(end.ChargeId).Run();
            var fen = billed == 1 ? end.Fen : 0;
            database.Statement("""
                UPDATE ledger_totals SET ended_charges = ended_charges + 1, bills = bills + ?, bills_fen = bills_fen + ?,
                unpaid_fen = unpaid_fen + ?, energy_wh = energy_wh + ? WHERE id = 1
                """)
                .With(billed).With(fen).With(fen).With(end.EnergyWh ?? 0).Run();
            journal.Close(database, end.ChargeId);
        });
    }

    public Task<BillOutcome> SettleBillAsync(BillSettlement settlement) => writer.WriteAsync(database => BillWrites.Settle(database, settlement));

    private static void RequireCharge(SqliteDatabase database, long chargeId)
    {
        using var row = database.Statement("SELECT 1 FROM charges WHERE charge_id = ?").With(chargeId);
        if (!row.Step()) throw new InvalidOperationException($"there is no charge {chargeId}");
    }

    private long? TakeId()
    {
        lock (_idGate) return _nextId < _idEnd ? _nextId++ : null;
    }

    private async ValueTask<long> RefillIdsAsync()
    {
        await _idRefill.WaitAsync().ConfigureAwait(false);
        try
        {
            while (true)
            {
                if (TakeId() is { } id) return id;
                var first = await writer.WriteAsync(ReserveIds).ConfigureAwait(false);
                lock (_idGate) (_nextId, _idEnd) = (first, first + IdBlock);
            }
        }
        finally
        {
            _idRefill.Release();
        }
    }

    private static long ReserveIds(SqliteDatabase database)
    {
        using var row = database.Statement("UPDATE id_blocks SET next = next + ?1 WHERE name = 'charge' RETURNING next - ?1").With(IdBlock);
        row.Step();
        var first = row.Long(0);
        row.Step();
        return first;
    }
}
