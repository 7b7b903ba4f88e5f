using System.Security.Claims;
using System.Text.Json;
using Sems.Gateway.Admin;
using Sems.Gateway.Student.Reading;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Student.Access;

/// <summary>What a student does with the socket of an open session of their own; the grain says whose it is.</summary>
internal static class StudentSockets
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/charges/{id:long}/control", Control).WithSummary("on or off, at the socket of one's open session; pending until the station obeys").Produces<LiveSessionView>()
            .Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        api.MapPut("/charges/{id:long}/left", SayLeft).WithSummary("What was left in the battery when one's open session began, percent; null takes it back")
            .Produces<LiveSessionView>().Produces<Problem>(400).Produces<Problem>(404);
    }

    private static async Task<IResult> Control(
        long id, StudentControlRequest request, ClaimsPrincipal user, LiveSessionReader sessions, IGrainFactory grains, CancellationToken cancel)
    {
        ControlAction? action = request.Action switch { "on" => ControlAction.On, "off" => ControlAction.Off, _ => null };
        if (action is null) return Results.BadRequest(new Problem("action 必须是 on 或 off"));
        return await ReplyAsync((await Grain(grains, user).Control(id, action.Value)).Refusal, id, user, sessions, cancel);
    }

    private static async Task<IResult> SayLeft(
        long id, LeftRequest request, ClaimsPrincipal user, LiveSessionReader sessions, IGrainFactory grains, CancellationToken cancel)
    {
        double? percent = null;
        if (request.Percent.ValueKind == JsonValueKind.Number && request.Percent.TryGetDouble(out var said) && said is >= 0 and <= 100) percent = said;
        else if (request.Percent.ValueKind != JsonValueKind.Null) return Results.BadRequest(new Problem("剩余电量必须是 0 到 100 的数"));
        return await ReplyAsync(await Grain(grains, user).SayLeft(id, percent), id, user, sessions, cancel);
    }

    private static async Task<IResult> ReplyAsync(Refusal refusal, long id, ClaimsPrincipal user, LiveSessionReader sessions, CancellationToken cancel) => refusal switch
    {
        Refusal.None => await sessions.FindAsync(StudentUser.Number(user), id, cancel) is { } session ? Results.Ok(session) : Missing,
        Refusal.NoSession or Refusal.AmmeterUnknown => Missing,
        _ => Results.Conflict(new Problem(StudentWords.Of(refusal))),
    };

    /// <summary>Whoever else's it may be.</summary>
    private static IResult Missing => Results.NotFound(new Problem("没有这个正在进行的充电"));

    private static IStudentGrain Grain(IGrainFactory grains, ClaimsPrincipal user) => grains.GetGrain<IStudentGrain>(StudentUser.Number(user));
}
