using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Live.Sources;

namespace Sems.Gateway.Live;

/// <summary>What pages look on at, as server-sent events.</summary>
internal static class LiveRoutes
{
    public static void AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(LiveSettings.Read(configuration));
        services.AddSingleton<LiveJson>();
        services.AddSingleton<LiveCampus>();
        services.AddSingleton<LiveSources>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveDoor>();
    }

    public static void Map(RouteGroupBuilder api) => api.MapGet("/live", Listen).AsStream()
        .WithSummary("Server-sent events of up to 12 topics: overview, stations, station:G, sockets, session:ID, alarms, cluster; first the whole of each, then what changes")
        .Produces(200, contentType: "text/event-stream").Produces<Problem>(400).Produces<Problem>(429);

    private static IResult Listen(string? topics, LiveDoor door, LiveSettings settings, AccountBook accounts, HttpContext context) =>
        LiveTopic.Fault(topics, out var wanted) is { } fault ? Results.BadRequest(new Problem(fault)) : door.Open(context, settings.OfOperators, wanted, accounts);
}
