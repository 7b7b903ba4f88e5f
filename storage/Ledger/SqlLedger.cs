using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>Charges and bills.</summary>
internal sealed class SqlLedger(ISqlStore store, IChargeSamples samples) : SqlLedgerReader(store), ILedger
{
    private readonly ISqlStore _store = store;
    private readonly ChargeIds _ids = new(store);

    public ValueTask<long> NextChargeIdAsync() => _ids.NextAsync();

    public Task BeginChargeAsync(ChargeStart start) => _store.WriteAsync(async session =>
    {
        if (await LedgerWrites.BeginAsync(session, start).ConfigureAwait(false))
            await samples.OpenAsync(session, start.ChargeId).ConfigureAwait(false);
    });

    public Task SetStatusAsync(long chargeId, ChargeStatus status)
    {
        if (status is not (ChargeStatus.Charging or ChargeStatus.Low or ChargeStatus.Paused))
            throw new ArgumentOutOfRangeException(nameof(status), status, "not a live status");
        return _store.WriteAsync(session => LedgerWrites.SetStatusAsync(session, chargeId, status));
    }

    public Task AbandonChargeAsync(long chargeId) => _store.WriteAsync(async session =>
    {
        if (await LedgerWrites.AbandonAsync(session, chargeId).ConfigureAwait(false))
            await samples.DropAsync(session, chargeId).ConfigureAwait(false);
    });

    public Task CloseChargeAsync(ChargeEnd end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(end.Fen);
        return _store.WriteAsync(async session =>
        {
            if (await LedgerWrites.CloseAsync(session, end).ConfigureAwait(false))
                await samples.CloseAsync(session, end.ChargeId).ConfigureAwait(false);
        });
    }

    public Task<BillOutcome> SettleBillAsync(BillSettlement settlement) => _store.WriteAsync(session => BillWrites.SettleAsync(session, settlement));
}
