using Sems.Gateway.Admin.Registry;

namespace Sems.Gateway.Admin.Stations;

/// <summary>Stations and their meters: what there is of them, and changes of it.</summary>
internal static class StationRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/stations", ListAsync)
            .WithSummary("Every station in service, or with retired=true those that are not; search is a part of number or name").Produces<StationPage>();
        api.MapGet("/stations/{group}", OneAsync)
            .WithSummary("One station with its meters, each with its command not yet obeyed and its session").Produces<StationView>().Produces<Problem>(404);
    }

    private static async Task<IResult> ListAsync(StationReader stations, string? search, bool? retired, CancellationToken cancel)
    {
        var all = retired == true ? await stations.RetiredAsync(cancel) : await stations.AllAsync(cancel);
        if (!string.IsNullOrWhiteSpace(search)) all = [.. all.Where(s => Has(s.Group, search.Trim()) || Has(s.Name, search.Trim()))];
        return Results.Ok(new StationPage(all, all.Count));
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> OneAsync(string group, StationReader stations, CancellationToken cancel) =>
        await stations.FindAsync(RouteText.Of(group), cancel) is { } station ? Results.Ok(station) : Results.NotFound(new Problem("充电站不存在"));
}
