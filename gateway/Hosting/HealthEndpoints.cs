using Sems.Grains.Silos;
using Sems.Silo;

namespace Sems.Gateway.Hosting;

/// <summary>Whether the process lives and whether it should be given work.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new Health("live", SiloEngine.Name, null), HostingJson.Default.Health))
            .WithSummary("The process runs").Produces<Health>();
        routes.MapGet("/health/ready", async (IReadiness readiness, CancellationToken cancel) =>
            await readiness.WhyNotAsync(cancel) is { } reason
                ? Results.Json(new Health("not ready", SiloEngine.Name, reason), HostingJson.Default.Health, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new Health("ready", SiloEngine.Name, null), HostingJson.Default.Health))
            .WithSummary("Storage can be written and what an earlier process left unfinished is finished").Produces<Health>().Produces<Health>(503);
    }
}

/// <summary>Health of this process.</summary>
/// <param name="Status">live, ready or not ready.</param>
/// <param name="Engine">embedded or orleans.</param>
/// <param name="Reason">Why not ready, or null.</param>
public sealed record Health(string Status, string Engine, string? Reason);
