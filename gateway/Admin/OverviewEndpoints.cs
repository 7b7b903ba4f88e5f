using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Gateway.Admin;

/// <summary>The campus and its stations.</summary>
internal static class OverviewEndpoints
{
    public static async Task<IResult> Overview(IDatabaseReader database, IGrainFactory grains, TimeProvider time, CancellationToken cancel)
    {
        var groups = await database.Registry.GroupsAsync(cancel);
        var stations = await Task.WhenAll(groups.Select(g => grains.GetGrain<IAmmeterGroupGrain>(g.Group).Overview()));
        var totals = await database.Ledger.TotalsAsync(cancel);
        var counts = await database.Registry.CountsAsync(cancel);
        return Results.Ok(new OverviewView(
            SiloEngine.Name, time.GetUtcNow(), counts.Students, counts.Cards, counts.Ammeters, totals.OpenCharges, totals.EndedCharges, totals.Bills,
            totals.BillsFen, totals.UnpaidFen, totals.EnergyWh / 1000, await database.Curves.SampleCountAsync(cancel),
            await AlarmEndpoints.CountsAsync(database, cancel), await PushEndpoints.CountsAsync(database, cancel),
            [.. stations.OfType<GroupOverview>().Select(s => Views.Of(s, withAmmeters: false))]));
    }

    public static async Task<IResult> Station(string group, IGrainFactory grains) =>
        await grains.GetGrain<IAmmeterGroupGrain>(RouteText.Of(group)).Overview() is { } overview
            ? Results.Ok(Views.Of(overview, withAmmeters: true))
            : Results.NotFound(new Problem("充电站不存在"));
}
