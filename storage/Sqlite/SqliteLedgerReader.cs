using Sems.Storage.Ledger;

namespace Sems.Storage.Sqlite;

/// <summary>The ledger, to be read.</summary>
internal class SqliteLedgerReader(SqliteReaders readers) : ILedgerReader
{
    public Task<ChargeRecord?> FindChargeAsync(long chargeId, CancellationToken cancel = default) =>
        readers.ReadAsync(chargeId, LedgerQueries.Charge, cancel);

    public Task<Page<ChargeRecord>> ChargesAsync(ChargeFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return readers.ReadAsync((filter, page, pageSize), LedgerQueries.Charges, cancel);
    }

    public Task<IReadOnlyList<OpenCharge>> OpenChargesAsync(CancellationToken cancel = default) =>
        readers.ReadAsync(0, LedgerQueries.OpenCharges, cancel);

    public Task<BillHistory?> FindBillAsync(long chargeId, CancellationToken cancel = default) =>
        readers.ReadAsync(chargeId, BillQueries.Find, cancel);

    public Task<Page<BillEntry>> BillsAsync(BillFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return readers.ReadAsync((filter, page, pageSize), BillQueries.Page, cancel);
    }

    public Task<long> UnpaidFenAsync(string studentNumber, CancellationToken cancel = default) =>
        readers.ReadAsync(studentNumber, LedgerQueries.UnpaidFen, cancel);

    public Task<StudentAccount> AccountAsync(string studentNumber, CancellationToken cancel = default) =>
        readers.ReadAsync(studentNumber, BillQueries.Account, cancel);

    public Task<LedgerTotals> TotalsAsync(CancellationToken cancel = default) => readers.ReadAsync(0, LedgerQueries.Totals, cancel);
}
