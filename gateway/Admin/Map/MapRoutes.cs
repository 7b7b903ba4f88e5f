using System.Text.Json;
using Sems.GrainInterfaces;
using Sems.Grains.Wechat;
using Sems.Silo;

namespace Sems.Gateway.Admin.Map;

/// <summary>What pages need to know of the settings, without the settings: the map, and how students are reached.</summary>
internal static class MapRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/map", MapAsync).WithSummary("The map behind the stations: the settings map.* in force").Produces<MapView>();
        api.MapGet("/wechat", Wechat).WithSummary("How pushes reach students").Produces<WechatView>();
    }

    /// <summary>The map.</summary>
    public static async Task<IResult> MapAsync(IGrainFactory grains)
    {
        var answer = await grains.GetGrain<ISettingsGrain>(ISettingsGrain.Key).Get(null);
        var map = JsonElement.Parse(answer.Report!.EffectiveJson).GetProperty("map");
        return Results.Ok(new MapView(
            Text("tile_url"), Text("subdomains"), Text("attribution"), Text("coordinates"), map.GetProperty("max_zoom").GetInt32(),
            Degrees("center_latitude") is { } latitude && Degrees("center_longitude") is { } longitude ? new PlaceView(latitude, longitude) : null,
            map.GetProperty("zoom").GetInt32()));

        string Text(string name) => map.GetProperty(name).GetString()!;

        double? Degrees(string name) => map.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
    }

    private static IResult Wechat(IConfiguration configuration, WechatSettings settings) =>
        Results.Ok(new WechatView(PushServices.Channel(configuration), settings.IsConfigured));
}
