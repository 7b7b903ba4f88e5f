using Sems.Storage.Ledger;

namespace Sems.Storage.Reports;

/// <summary>
/// What charges and bills come to, from sums the ledger keeps: none of it adds up a year's rows. Days are China's (<see cref="ChinaDay"/>).
/// From any thread; a read that fails throws <see cref="StorageUnavailableException"/>.
/// </summary>
public interface IReportsReader
{
    /// <summary>A day of the campus.</summary>
    Task<DaySum> DayAsync(int day, CancellationToken cancel = default);

    /// <summary>A part of a day, added up row by row: charges that ended, and bills that were made, from then on and before that.</summary>
    Task<DaySum> SpanAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel = default);

    /// <summary>By day, oldest first; days without any are left out.</summary>
    Task<IReadOnlyList<SumRow>> ByDayAsync(SumFilter filter, CancellationToken cancel = default);

    /// <summary>By station, in the order of their numbers; stations without any are left out.</summary>
    Task<IReadOnlyList<SumRow>> ByStationAsync(SumFilter filter, CancellationToken cancel = default);

    /// <summary>A page by student, whose bills come to most first; reads every bill of the days unless it is of one student. Pages count from 1.</summary>
    Task<Page<SumRow>> ByStudentAsync(SumFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>A page of students who owe something. Pages count from 1.</summary>
    /// <param name="descending">Who owes most first.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Rows of a page.</param>
    /// <param name="cancel">To give up.</param>
    Task<Page<ArrearsRow>> ArrearsAsync(bool descending, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>What the bills of a list come to, fen, however many there are; null for a student's or by money, of which no sums are kept.</summary>
    Task<long?> BillsFenAsync(BillFilter filter, CancellationToken cancel = default);
}
