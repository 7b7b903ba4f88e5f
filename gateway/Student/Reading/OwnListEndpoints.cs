using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.Gateway.Student.Access;
using Sems.Grains.Pushes;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Student.Reading;

/// <summary>The asker's first page, months, and what the asker was told.</summary>
internal static class OwnListEndpoints
{
    private const int UsualMonths = 12;
    private const int MostMonths = 36;

    public static async Task<IResult> Home(HomeReader home, ClaimsPrincipal user, CancellationToken cancel) =>
        Results.Ok(await home.ReadAsync(StudentUser.Number(user), cancel));

    public static async Task<IResult> Months(int? count, IDatabaseReader database, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (count is < 1 or > MostMonths) return Results.BadRequest(new Problem($"count 必须是 1 到 {MostMonths}"));
        var today = ChinaDay.Date(ChinaDay.Of(time.GetUtcNow()));
        var last = new DateOnly(today.Year, today.Month, 1);
        return Results.Ok(new MonthsView(await MonthReader.SumsAsync(database.Reports, StudentUser.Number(user), last, count ?? UsualMonths, cancel)));
    }

    public static async Task<IResult> Month(string month, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel) =>
        MonthReader.Read(month) is { } first
            ? Results.Ok(await MonthReader.DaysAsync(database.Reports, StudentUser.Number(user), first, cancel))
            : Results.BadRequest(new Problem("月份必须写成 2026-03 这样"));

    public static async Task<IResult> Pushes(int? page, int? pageSize, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (OwnPage.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        var (number, size) = OwnPage.Of(page, pageSize);
        var found = await database.Outbox.PushesAsync(new PushFilter(StudentUser.Number(user)), number, size, cancel);
        return Results.Ok(new StudentPushPage([.. found.Items.Select(Of)], found.Total, number, size));
    }

    private static StudentPushView Of(PushRecord push) =>
        new(push.PushId, push.ChargeId, PageText.Word(push.Kind), push.CreatedAt, PushText.Of(push), State(push.State));

    private static string State(PushState state) => state switch
    {
        PushState.Sent => "sent",
        PushState.Pending => "waiting",
        _ => "failed",
    };
}
