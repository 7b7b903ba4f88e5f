using System.Security.Claims;
using Sems.Gateway.Service;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin;

/// <summary>One meter and its control.</summary>
internal static class AmmeterEndpoints
{
    /// <summary>What to say when an action is none.</summary>
    public const string ActionWords = "action 必须是 on、off、release、lock 或 unlock";

    public static async Task<IResult> Status(string group, string ammeter, IGrainFactory grains) =>
        await Grain(grains, group, ammeter).Status() is { } status
            ? Results.Ok(Views.Of(status))
            : Results.NotFound(new Problem(ServiceReplies.Words(Refusal.AmmeterUnknown)));

    public static async Task<IResult> Control(string group, string ammeter, ControlRequest request, IGrainFactory grains, ClaimsPrincipal user)
    {
        if (ActionOf(request.Action) is not { } action) return Results.BadRequest(new Problem(ActionWords));
        var answer = await Grain(grains, group, ammeter).Control(action, user.Identity?.Name ?? "?");
        return answer.Refusal switch
        {
            Refusal.None => Results.Ok(Views.Of(answer.Status!)),
            Refusal.AmmeterUnknown => Results.NotFound(new Problem(ServiceReplies.Words(answer.Refusal))),
            _ => Results.Conflict(new Problem(ServiceReplies.Words(answer.Refusal))),
        };
    }

    public static ControlAction? ActionOf(string? word) => word switch
    {
        "on" => ControlAction.On,
        "off" => ControlAction.Off,
        "release" => ControlAction.Release,
        "lock" => ControlAction.Lock,
        "unlock" => ControlAction.Unlock,
        _ => null,
    };

    private static IAmmeterGrain Grain(IGrainFactory grains, string group, string ammeter) =>
        grains.GetGrain<IAmmeterGrain>(new AmmeterKey(RouteText.Of(group), RouteText.Of(ammeter)).ToString());
}
