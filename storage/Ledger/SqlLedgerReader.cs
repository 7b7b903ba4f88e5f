using Sems.Storage.Sql;

namespace Sems.Storage.Ledger;

/// <summary>The ledger, to be read.</summary>
internal class SqlLedgerReader(ISqlStore store) : ILedgerReader
{
    public Task<ChargeRecord?> FindChargeAsync(long chargeId, CancellationToken cancel = default) =>
        store.ReadAsync(session => LedgerQueries.ChargeAsync(session, chargeId), cancel);

    public Task<Page<ChargeRecord>> ChargesAsync(ChargeFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => LedgerQueries.ChargesAsync(session, filter, page, pageSize), cancel);
    }

    public async Task<IReadOnlyList<OpenCharge>> OpenChargesAsync(CancellationToken cancel = default) =>
        await store.ReadAsync(LedgerQueries.OpenChargesAsync, cancel).ConfigureAwait(false);

    public Task<BillHistory?> FindBillAsync(long chargeId, CancellationToken cancel = default) =>
        store.SnapshotAsync(session => BillQueries.FindAsync(session, chargeId), cancel);

    public Task<Page<BillEntry>> BillsAsync(BillFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => BillQueries.PageAsync(session, filter, page, pageSize), cancel);
    }

    public Task<long> UnpaidFenAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => LedgerQueries.UnpaidFenAsync(session, studentNumber), cancel);

    public Task<StudentAccount> AccountAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => BillQueries.AccountAsync(session, studentNumber), cancel);

    public Task<LedgerTotals> TotalsAsync(CancellationToken cancel = default) => store.ReadAsync(LedgerQueries.TotalsAsync, cancel);
}
