using System.Security.Claims;
using Sems.Gateway.Service;
using Sems.GrainInterfaces;
using Sems.Grains;

namespace Sems.Gateway.Admin.Control;

/// <summary>One command to many meters: each answers for itself.</summary>
internal static partial class ControlRoutes
{
    /// <summary>The most meters of one request.</summary>
    public const int Most = 500;

    /// <summary>Asked at once; each may wait for a write.</summary>
    private const int AtOnce = 16;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/control", ControlAsync)
        .WithSummary("on, off, release, lock or unlock to up to 500 meters; what one refuses does not stop the others")
        .Produces<BulkControlView>().Produces<Problem>(400);

    private static async Task<IResult> ControlAsync(BulkControlRequest request, IGrainFactory grains, ClaimsPrincipal user, ILoggerFactory logs, CancellationToken cancel)
    {
        if (AmmeterEndpoints.ActionOf(request.Action) is not { } action) return Results.BadRequest(new Problem(AmmeterEndpoints.ActionWords));
        if (request.Ammeters is not { Count: >= 1 and <= Most } meters) return Results.BadRequest(new Problem($"ammeters 必须是 1 到 {Most} 个电表"));
        if (!meters.All(m => !string.IsNullOrWhiteSpace(m?.Group) && !string.IsNullOrWhiteSpace(m.Ammeter)))
            return Results.BadRequest(new Problem("每个电表都要有 group 和 ammeter"));
        var keys = meters.Select(m => new AmmeterKey(m!.Group!, m.Ammeter!)).ToList();
        if (keys.Distinct().Count() < keys.Count) return Results.BadRequest(new Problem("同一个电表不能出现两次"));

        var log = logs.CreateLogger(typeof(ControlRoutes));
        var by = user.Identity?.Name ?? "?";
        var results = new BulkControlResult[keys.Count];
        await Parallel.ForAsync(0, keys.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, _) =>
            results[i] = await OneAsync(keys[i], action, by, grains, log));
        return Results.Ok(new BulkControlView(results));
    }

    private static async Task<BulkControlResult> OneAsync(AmmeterKey key, ControlAction action, string by, IGrainFactory grains, ILogger log)
    {
        try
        {
            var answer = await grains.GetGrain<IAmmeterGrain>(key.ToString()).Control(action, by);
            return answer.Refusal == Refusal.None
                ? new BulkControlResult(key.Group, key.Ammeter, true, null, Views.Of(answer.Status!))
                : Refused(ServiceReplies.Words(answer.Refusal));
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            return Refused(ApiProblems.Words(StatusCodes.Status503ServiceUnavailable));
        }
        catch (Exception failure)
        {
            LogBroken(log, key.ToString(), failure);
            return Refused("电表出现内部错误，请查看服务器日志");
        }

        BulkControlResult Refused(string words) => new(key.Group, key.Ammeter, false, words, null);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Ammeter} cannot take a command")]
    private static partial void LogBroken(ILogger log, string ammeter, Exception failure);
}
