using Sems.Storage;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>How batteries are; read from storage.</summary>
internal static class BatteryEndpoints
{
    public static async Task<IResult> List([AsParameters] BatteryQuery query, int? page, int? pageSize, IDatabaseReader database, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (query.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var found = await database.Analysis.BatteriesAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        return Results.Ok(new BatteryPage([.. found.Items.Select(BatteryView.Of)], found.Total));
    }

    public static async Task<IResult> Summary(IDatabaseReader database, CancellationToken cancel) =>
        Results.Ok(BatterySummaryView.Of(await database.Analysis.SummaryAsync(cancel)));

    public static async Task<IResult> One(string number, IDatabaseReader database, CancellationToken cancel) =>
        await FindAsync(RouteText.Of(number), database, cancel) is { } battery ? Results.Ok(battery) : Results.NotFound(new Problem("学号不存在"));

    /// <summary>A student's battery; null when there is no such student.</summary>
    public static async Task<BatteryDetailView?> FindAsync(string student, IDatabaseReader database, CancellationToken cancel)
    {
        if (await database.Registry.FindStudentAsync(student, cancel) is not { } known) return null;
        return await database.Analysis.FindBatteryAsync(student, cancel) is { } battery
            ? BatteryDetailView.Of(battery)
            : BatteryDetailView.Unknown(student, known.Vehicle);
    }
}
