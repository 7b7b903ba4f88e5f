using Sems.Storage.Sql;

namespace Sems.Storage.Ledger.Student;

/// <summary>One student's ledger, to be read.</summary>
internal sealed class SqlStudentLedgerReader(ISqlStore store) : IStudentLedgerReader
{
    public Task<ChargeRecord?> FindChargeAsync(string studentNumber, long chargeId, CancellationToken cancel = default) =>
        store.ReadAsync(session => StudentQueries.ChargeAsync(session, studentNumber, chargeId), cancel);

    public Task<IReadOnlyList<ChargeRecord>> OpenChargesAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => StudentQueries.OpenAsync(session, studentNumber), cancel);

    public Task<StudentBill?> FindBillAsync(string studentNumber, long chargeId, CancellationToken cancel = default) =>
        store.ReadAsync(session => StudentQueries.BillAsync(session, studentNumber, chargeId), cancel);

    public Task<Page<StudentBill>> BillsAsync(string studentNumber, BillStatus? status, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var list = BillLists.Of(new BillFilter(studentNumber, Status: status));
        return store.ReadAsync(session => StudentQueries.Bills.PageAsync(session, list, page, pageSize), cancel);
    }

    public Task<IReadOnlyList<ChargeNote>> NotesAsync(string studentNumber, IReadOnlyCollection<long> chargeIds, CancellationToken cancel = default) =>
        store.ReadAsync(session => StudentQueries.NotesAsync(session, studentNumber, chargeIds), cancel);
}
