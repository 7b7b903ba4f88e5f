namespace Sems.Gateway.Admin;

/// <summary>The campus and its stations.</summary>
internal static class OverviewEndpoints
{
    public static async Task<IResult> Overview(CampusViews campus, CancellationToken cancel) =>
        Results.Ok(await campus.OverviewAsync(await campus.StationsAsync(cancel), cancel));

    public static async Task<IResult> Station(string group, CampusViews campus, CancellationToken cancel) =>
        await campus.StationAsync(RouteText.Of(group), cancel) is { } station
            ? Results.Ok(Views.Of(station))
            : Results.NotFound(new Problem("充电站不存在"));
}
