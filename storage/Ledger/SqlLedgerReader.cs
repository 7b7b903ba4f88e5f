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
        return store.ReadAsync(session => ChargeLists.Reader.PageAsync(session, ChargeLists.Of(filter), page, pageSize), cancel);
    }

    public IAsyncEnumerable<IReadOnlyList<ChargeRecord>> EveryChargeAsync(ChargeFilter filter, int batch, CancellationToken cancel = default) =>
        ChargeLists.Reader.EveryAsync(store, ChargeLists.Of(filter), charge => ChargeLists.Place(filter.Sort, charge), batch, cancel);

    public Task<long> CountChargesAsync(ChargeFilter filter, CancellationToken cancel = default) =>
        store.ReadAsync(session => ChargeLists.Reader.CountAsync(session, ChargeLists.Of(filter)), cancel);

    public async Task<IReadOnlyList<OpenCharge>> OpenChargesAsync(CancellationToken cancel = default) =>
        await store.ReadAsync(LedgerQueries.OpenChargesAsync, cancel).ConfigureAwait(false);

    public Task<BillHistory?> FindBillAsync(long chargeId, CancellationToken cancel = default) =>
        store.SnapshotAsync(session => BillQueries.FindAsync(session, chargeId), cancel);

    public Task<Page<BillEntry>> BillsAsync(BillFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => BillLists.Reader.PageAsync(session, BillLists.Of(filter), page, pageSize), cancel);
    }

    public IAsyncEnumerable<IReadOnlyList<BillEntry>> EveryBillAsync(BillFilter filter, int batch, CancellationToken cancel = default) =>
        BillLists.Reader.EveryAsync(store, BillLists.Of(filter), bill => BillLists.Place(filter.Sort, bill), batch, cancel);

    public Task<long> CountBillsAsync(BillFilter filter, CancellationToken cancel = default) =>
        store.ReadAsync(session => BillLists.Reader.CountAsync(session, BillLists.Of(filter)), cancel);

    public Task<long> UnpaidFenAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => LedgerQueries.UnpaidFenAsync(session, studentNumber), cancel);

    public Task<StudentAccount> AccountAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => BillQueries.AccountAsync(session, studentNumber), cancel);

    public Task<LedgerTotals> TotalsAsync(CancellationToken cancel = default) => store.ReadAsync(LedgerQueries.TotalsAsync, cancel);
}
