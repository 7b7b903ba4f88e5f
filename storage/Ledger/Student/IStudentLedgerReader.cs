namespace Sems.Storage.Ledger.Student;

/// <summary>
/// What one student may read of the ledger. Every query names the student: what is another's is as if it were not there. From any thread; a read
/// that fails throws <see cref="StorageUnavailableException"/>.
/// </summary>
public interface IStudentLedgerReader
{
    /// <summary>The student's charge with its bill, or null; one that is still starting is not there yet.</summary>
    Task<ChargeRecord?> FindChargeAsync(string studentNumber, long chargeId, CancellationToken cancel = default);

    /// <summary>The student's charges that are open, oldest first.</summary>
    Task<IReadOnlyList<ChargeRecord>> OpenChargesAsync(string studentNumber, CancellationToken cancel = default);

    /// <summary>The student's bill of a charge, or null.</summary>
    Task<StudentBill?> FindBillAsync(string studentNumber, long chargeId, CancellationToken cancel = default);

    /// <summary>A page of the student's bills, newest first. Pages count from 1.</summary>
    Task<Page<StudentBill>> BillsAsync(string studentNumber, BillStatus? status, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>What rules decided in some of the student's charges, in order; without the samples that led to it.</summary>
    Task<IReadOnlyList<ChargeNote>> NotesAsync(string studentNumber, IReadOnlyCollection<long> chargeIds, CancellationToken cancel = default);
}
