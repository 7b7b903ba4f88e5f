using Sems.Gateway.Access;
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
        var adm = api.MapGroup("").ForAdministrators();
        adm.MapPost("/stations", StationChanges.CreateAsync).WithSummary("Adds a station").Produces<StationView>(201).Produces<Problem>(400).Produces<Problem>(409);
        adm.MapPatch("/stations/{group}", StationChanges.EditAsync).WithSummary("Changes name or place; null for both degrees takes the place away")
            .Produces<StationView>().Produces<Problem>(400).Produces<Problem>(404);
        adm.MapPost("/stations/{group}/retire", StationChanges.RetireAsync).WithSummary("Out of service, as if it were not there; not while something charges")
            .Produces<StationView>().Produces<Problem>(404).Produces<Problem>(409);
        adm.MapPost("/stations/{group}/restore", StationChanges.RestoreAsync).WithSummary("Into service again, with its meters and its key")
            .Produces<StationView>().Produces<Problem>(404);
        adm.MapPost("/stations/{group}/ammeters", StationChanges.AddAmmeterAsync).WithSummary("Adds a meter; without a name it is named by its number")
            .Produces<AmmeterView>(201).Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        adm.MapPatch("/stations/{group}/ammeters/{ammeter}", StationChanges.RenameAmmeterAsync).WithSummary("Renames a meter")
            .Produces<AmmeterView>().Produces<Problem>(400).Produces<Problem>(404);
        adm.MapDelete("/stations/{group}/ammeters/{ammeter}", StationChanges.RemoveAmmeterAsync)
            .WithSummary("Takes a meter away; its charges stay. Not while something charges there").Produces(204).Produces<Problem>(404).Produces<Problem>(409);
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
