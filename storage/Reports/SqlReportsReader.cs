using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Reports;

/// <summary>Sums over the ledger, to be read.</summary>
internal sealed class SqlReportsReader(ISqlStore store) : IReportsReader
{
    public Task<DaySum> DayAsync(int day, CancellationToken cancel = default) => store.ReadAsync(session => ReportQueries.DayAsync(session, day), cancel);

    public Task<DaySum> SpanAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel = default) =>
        store.SnapshotAsync(session => ReportQueries.SpanAsync(session, from, to), cancel);

    public async Task<IReadOnlyList<SumRow>> ByDayAsync(SumFilter filter, CancellationToken cancel = default) =>
        await store.ReadAsync(session => ReportQueries.ByDayAsync(session, filter), cancel).ConfigureAwait(false);

    public async Task<IReadOnlyList<SumRow>> ByStationAsync(SumFilter filter, CancellationToken cancel = default) =>
        await store.ReadAsync(session => ReportQueries.ByStationAsync(session, filter), cancel).ConfigureAwait(false);

    public Task<Page<SumRow>> ByStudentAsync(SumFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => ReportQueries.ByStudentAsync(session, filter, page, pageSize), cancel);
    }

    public Task<Page<ArrearsRow>> ArrearsAsync(bool descending, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.ReadAsync(session => ReportQueries.ArrearsAsync(session, descending, page, pageSize), cancel);
    }

    public async Task<long?> BillsFenAsync(BillFilter filter, CancellationToken cancel = default)
    {
        if (filter is not { StudentNumber: null, MinFen: null, MaxFen: null }) return null;
        return await store.SnapshotAsync(session => ReportQueries.BillsFenAsync(session, filter), cancel).ConfigureAwait(false);
    }
}
