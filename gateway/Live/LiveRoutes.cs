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
    }

    public static void Map(RouteGroupBuilder api) => api.MapGet("/live", Listen).AsStream()
        .WithSummary("Server-sent events of up to 12 topics: overview, stations, station:G, sockets, session:ID, alarms, cluster; first the whole of each, then what changes")
        .Produces(200, contentType: "text/event-stream").Produces<Problem>(400).Produces<Problem>(429);

    private static IResult Listen(string? topics, LiveHub hub, AccountBook accounts, TimeProvider time, IHostApplicationLifetime host, HttpContext context)
    {
        if (LiveTopic.Fault(topics, out var wanted) is { } fault) return Results.BadRequest(new Problem(fault));
        var listener = new LiveListener(context.User.Identity?.Name ?? "?");
        if (hub.TryJoin(listener, wanted)) return new LiveStream(hub, listener, wanted, accounts, time, host.ApplicationStopping);
        listener.Dispose();
        context.Response.Headers.RetryAfter = "10";
        return Results.Json(new Problem("实时页面开得太多，请关掉一些再试"), statusCode: StatusCodes.Status429TooManyRequests);
    }
}
