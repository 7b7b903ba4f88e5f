using System.Globalization;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Reports;

namespace Sems.Gateway.Admin.Ledger;

/// <summary>What charges and bills come to; read from storage.</summary>
internal static class SummaryEndpoints
{
    private const int UsualDays = 30;

    /// <summary>By student every bill is read: so many days at most.</summary>
    private const int MostDaysByStudent = 31;

    public static async Task<IResult> Summary(
        string? by, string? from, string? to, string? group, string? student, int? page, int? pageSize, IDatabaseReader database, TimeProvider time,
        CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!TimeText.TryRead(from, out var since)) return Results.BadRequest(new Problem(TimeText.Words("from")));
        if (!TimeText.TryRead(to, out var until)) return Results.BadRequest(new Problem(TimeText.Words("to")));
        var last = until is { } end ? ChinaDay.Of(end.AddMilliseconds(-1)) : ChinaDay.Of(time.GetUtcNow());
        var first = since is { } begin ? ChinaDay.Of(begin) : last - UsualDays + 1;
        var filter = new SumFilter(first, last, PageText.NullIfEmpty(group), PageText.NullIfEmpty(student));
        switch (by)
        {
            case null or "" or "day":
                return Answer(Whole(await database.Reports.ByDayAsync(filter, cancel)), row => Date(row.Key));
            case "station":
                return Answer(Whole(await database.Reports.ByStationAsync(filter, cancel)), row => row.Key);
            case "student" when filter.StudentNumber is null && last - first >= MostDaysByStudent:
                return Results.BadRequest(new Problem($"按学生汇总最多 {MostDaysByStudent} 天，请缩小日期范围"));
            case "student":
                return Answer(await database.Reports.ByStudentAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel), row => row.Key);
            default:
                return Results.BadRequest(new Problem("by 必须是 day、station 或 student"));
        }

        IResult Answer(Page<SumRow> rows, Func<SumRow, string> key) => Results.Ok(new SummaryView(
            [.. rows.Items.Select(r => View(r, key(r)))], ChinaDay.Begin(first), ChinaDay.Begin(last + 1), rows.Total));
    }

    public static async Task<IResult> Arrears(string? sort, int? page, int? pageSize, IDatabaseReader database, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!string.IsNullOrEmpty(sort) && sort is not ("unpaid_fen" or "-unpaid_fen"))
            return Results.BadRequest(new Problem("sort 必须是 unpaid_fen，前面加 - 为从大到小"));
        var found = await database.Reports.ArrearsAsync(sort != "unpaid_fen", page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        var totals = await database.Ledger.TotalsAsync(cancel);
        return Results.Ok(new ArrearsPage(
            [.. found.Items.Select(a => new ArrearsView(a.StudentNumber, a.Unpaid.Fen, a.Unpaid.Count, a.OldestAt, a.Blocked))], found.Total, totals.UnpaidFen));
    }

    private static Page<SumRow> Whole(IReadOnlyList<SumRow> rows) => new(rows, rows.Count);

    private static SummaryRow View(SumRow row, string key) => new(
        key, row.Name, row.Sum.Bills.Count, row.Sum.Bills.Fen, row.Sum.Unpaid.Fen, row.Sum.Paid.Fen, row.Sum.Waived.Fen, row.Sum.EnergyWh / 1000);

    private static string Date(string day) => ChinaDay.Date(int.Parse(day, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
