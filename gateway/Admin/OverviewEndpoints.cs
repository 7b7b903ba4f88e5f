namespace Sems.Gateway.Admin;

/// <summary>The campus and its stations.</summary>
internal static class OverviewEndpoints
{
    public static async Task<IResult> Overview(CampusViews campus, CancellationToken cancel) =>
        Results.Ok(await campus.OverviewAsync(await campus.StationsAsync(cancel), cancel));
}
