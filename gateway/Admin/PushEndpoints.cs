using System.Security.Claims;
using Sems.Grains.Pushes;
using Sems.Storage;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Admin;

/// <summary>Pushes: lists are read from storage, another try is the push grain's.</summary>
internal static class PushEndpoints
{
    public static async Task<IResult> List(
        IDatabaseReader database, string? student, long? charge, string? kind, string? state, int? page, int? pageSize, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!PageText.TryWord<PushKind>(kind, out var ofKind)) return Results.BadRequest(new Problem($"kind 必须是 {PageText.Words<PushKind>()}"));
        if (!PageText.TryWord<PushState>(state, out var inState)) return Results.BadRequest(new Problem($"state 必须是 {PageText.Words<PushState>()}"));
        var filter = new PushFilter(PageText.NullIfEmpty(student), charge, ofKind, inState);
        var found = await database.Outbox.PushesAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        return Results.Ok(new PushPage([.. found.Items.Select(Of)], found.Total));
    }

    public static async Task<IResult> One(long id, IDatabaseReader database, CancellationToken cancel) =>
        await database.Outbox.FindPushAsync(id, cancel) is { } push ? Results.Ok(Of(push)) : Missing();

    public static async Task<IResult> Retry(long id, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await database.Outbox.FindPushAsync(id, cancel) is not { } push) return Missing();
        return await grains.PushesOf(push.StudentNumber).Retry(id, user.Identity?.Name ?? "?")
            ? await One(id, database, cancel)
            : Results.Conflict(new Problem("只有失败或无法送达的推送才能重发"));
    }

    public static async Task<PushCountsView> CountsAsync(IDatabaseReader database, CancellationToken cancel)
    {
        var counts = await database.Outbox.PushCountsAsync(cancel);
        long Of(PushState state) => counts.GetValueOrDefault(state);
        return new PushCountsView(Of(PushState.Pending), Of(PushState.Sent), Of(PushState.Undeliverable), Of(PushState.Dead));
    }

    private static IResult Missing() => Results.NotFound(new Problem("推送不存在"));

    private static PushView Of(PushRecord push) => new(
        push.PushId, push.ChargeId, PageText.Word(push.Kind), push.StudentNumber, PageText.Word(push.State), PushText.Of(push), push.CreatedAt,
        push.Attempts, push.State == PushState.Pending ? push.NextAt : null, push.DoneAt, push.Error);
}
