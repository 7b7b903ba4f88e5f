using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Map;
using Sems.Gateway.Student.Access;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Student.Reading;

/// <summary>The stations, nearest first.</summary>
internal static class NearbyEndpoints
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    public static async Task<IResult> List(
        double? latitude, double? longitude, PlacesBook places, IGrainFactory grains, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (Fault(latitude, longitude) is { } fault) return Results.BadRequest(new Problem(fault));
        var origin = await OriginAsync(latitude, longitude, grains, time, user, cancel);
        var stations = (await places.AllAsync(cancel)).Select(s => Station(s, origin));
        return Results.Ok(new NearbyView(origin, [.. stations.OrderBy(s => s.DistanceM ?? (s.Latitude is null ? double.PositiveInfinity : 0)).ThenBy(s => s.Group, StringComparer.Ordinal)]));
    }

    public static async Task<IResult> One(
        string group, double? latitude, double? longitude, PlacesBook places, IGrainFactory grains, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (Fault(latitude, longitude) is { } fault) return Results.BadRequest(new Problem(fault));
        if (await places.FindAsync(RouteText.Of(group), cancel) is not { } station) return Results.NotFound(new Problem("充电站不存在"));
        var near = Station(station, await OriginAsync(latitude, longitude, grains, time, user, cancel));
        return Results.Ok(new StationSocketsView(
            near.Group, near.Name, near.Latitude, near.Longitude, near.DistanceM, near.Total, near.Free, near.Charging, near.Online,
            [.. station.Ammeters.Select(a => new FreeSocketView(a.Ammeter, a.Name, State(a.Switch)))]));
    }

    public static Task<IResult> Map(IGrainFactory grains) => MapRoutes.MapAsync(grains);

    /// <summary>A station's counts; sockets of one that is silent may be taken or not, and count as they were.</summary>
    public static PlaceCountsView Counts(GroupOverview station) =>
        new(station.Group, station.Ammeters.Count(a => a.Switch == SwitchState.Idle), station.Ammeters.Length, station.Ammeters.Count(a => a.Switch == SwitchState.Charging), station.Online);

    private static NearStationView Station(GroupOverview station, OriginView? origin)
    {
        var counts = Counts(station);
        double? distance = origin is not null && station is { Latitude: { } latitude, Longitude: { } longitude }
            ? Math.Round(Distance.Metres(origin.Latitude, origin.Longitude, latitude, longitude))
            : null;
        return new NearStationView(station.Group, station.Name, station.Latitude, station.Longitude, distance, counts.Total, counts.Free, counts.Charging, counts.Online);
    }

    private static string? Fault(double? latitude, double? longitude) => (latitude, longitude) switch
    {
        (null, null) => null,
        ( >= -90 and <= 90, >= -180 and <= 180) => null,
        _ => "latitude 必须是 -90 到 90，longitude 必须是 -180 到 180，两个都要给出",
    };

    private static async Task<OriginView?> OriginAsync(
        double? latitude, double? longitude, IGrainFactory grains, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (latitude is { } north && longitude is { } east) return new OriginView(north, east, "given", now);
        var told = await grains.GetGrain<IStudentGrain>(StudentUser.Number(user)).WhereAmI().WaitAsync(cancel);
        return told is not null && now - told.At <= Recent ? new OriginView(told.Latitude, told.Longitude, "wechat", told.At) : null;
    }

    private static string State(SwitchState state) => state switch
    {
        SwitchState.Idle => "free",
        SwitchState.Low => "full",
        _ => PageText.Word(state),
    };
}
