namespace Sems.Storage.Ledger;

/// <summary>Charges and bills, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface ILedgerReader
{
    /// <summary>The charge with its bill, or null.</summary>
    Task<ChargeRecord?> FindChargeAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>A page of charges (those still starting are not listed), counted to <see cref="Page{T}.MostCounted"/>. Pages count from 1.</summary>
    Task<Page<ChargeRecord>> ChargesAsync(ChargeFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>Every charge of a list in its order, a batch at a time; what changes meanwhile repeats and loses no other.</summary>
    IAsyncEnumerable<IReadOnlyList<ChargeRecord>> EveryChargeAsync(ChargeFilter filter, int batch, CancellationToken cancel = default);

    /// <summary>How many charges a list has, all of them counted.</summary>
    Task<long> CountChargesAsync(ChargeFilter filter, CancellationToken cancel = default);

    /// <summary>Every charge that has not ended, starting ones included, for the sweeper.</summary>
    Task<IReadOnlyList<OpenCharge>> OpenChargesAsync(CancellationToken cancel = default);

    /// <summary>The bill of a charge with its history, or null.</summary>
    Task<BillHistory?> FindBillAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>A page of bills, counted to <see cref="Page{T}.MostCounted"/>. Pages count from 1.</summary>
    Task<Page<BillEntry>> BillsAsync(BillFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>Every bill of a list in its order, a batch at a time; what changes meanwhile repeats and loses no other.</summary>
    IAsyncEnumerable<IReadOnlyList<BillEntry>> EveryBillAsync(BillFilter filter, int batch, CancellationToken cancel = default);

    /// <summary>How many bills a list has, all of them counted.</summary>
    Task<long> CountBillsAsync(BillFilter filter, CancellationToken cancel = default);

    /// <summary>What the student owes, fen: the sum of their unpaid bills.</summary>
    Task<long> UnpaidFenAsync(string studentNumber, CancellationToken cancel = default);

    /// <summary>The student's bills, added up; all zero for one who has none.</summary>
    Task<StudentAccount> AccountAsync(string studentNumber, CancellationToken cancel = default);

    /// <summary>Totals for the overview.</summary>
    Task<LedgerTotals> TotalsAsync(CancellationToken cancel = default);
}
