using System.Security.Claims;
using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Alarms;

namespace Sems.Gateway.Admin;

/// <summary>Alarms: lists are read from storage, steps are the alarm grain's.</summary>
internal static class AlarmEndpoints
{
    private const string Latest = "-last_at";
    private const string Worst = "-severity";

    public static async Task<IResult> List(
        IDatabaseReader database, string? group, string? ammeter, string? rule, string? severity, long? charge, bool? open, bool? acknowledged, string? from,
        string? to, string? sort, int? page, int? pageSize, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!PageText.TryWord<AlarmSeverity>(severity, out var of)) return Results.BadRequest(new Problem($"severity 必须是 {PageText.Words<AlarmSeverity>()}"));
        if (!TimeText.TryRead(from, out var since)) return Results.BadRequest(new Problem(TimeText.Words("from")));
        if (!TimeText.TryRead(to, out var until)) return Results.BadRequest(new Problem(TimeText.Words("to")));
        if (PageText.NullIfEmpty(sort) is not (null or Latest or Worst)) return Results.BadRequest(new Problem($"sort 必须是 {Latest} 或 {Worst}"));
        var filter = new AlarmFilter(
            PageText.NullIfEmpty(group), PageText.NullIfEmpty(ammeter), PageText.NullIfEmpty(rule), of, charge, open, acknowledged, since, until,
            WorstFirst: sort == Worst);
        var found = await database.Alarms.AlarmsAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        return Results.Ok(new AlarmPage([.. found.Items.Select(Of)], found.Total));
    }

    public static async Task<IResult> One(long id, IDatabaseReader database, CancellationToken cancel) =>
        await database.Alarms.FindAlarmAsync(id, cancel) is { } alarm ? Results.Ok(Of(alarm)) : Missing();

    public static Task<IResult> Acknowledge(long id, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel) =>
        StepAsync(id, database, grains, alarms => alarms.Acknowledge(id, user.Identity?.Name ?? "?"), cancel);

    public static Task<IResult> Clear(long id, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel) =>
        StepAsync(id, database, grains, alarms => alarms.Clear(id, user.Identity?.Name ?? "?"), cancel);

    public static async Task<AlarmCountsView> CountsAsync(IDatabaseReader database, CancellationToken cancel)
    {
        var open = new AlarmFilter(Open: true);
        return new AlarmCountsView(
            await CountAsync(open), await CountAsync(open with { Acknowledged = false }), await CountAsync(open with { Severity = AlarmSeverity.Danger }));

        async Task<long> CountAsync(AlarmFilter filter) => (await database.Alarms.AlarmsAsync(filter, 1, 1, cancel)).Total;
    }

    private static async Task<IResult> StepAsync(
        long id, IDatabaseReader database, IGrainFactory grains, Func<IAlarmGrain, Task<AlarmAnswer>> step, CancellationToken cancel)
    {
        if (await database.Alarms.FindAlarmAsync(id, cancel) is not { } alarm) return Missing();
        var answer = await step(grains.GetGrain<IAlarmGrain>(alarm.Group));
        return answer == AlarmAnswer.AlarmUnknown ? Missing() : await One(id, database, cancel);
    }

    private static IResult Missing() => Results.NotFound(new Problem("告警不存在"));

    public static AlarmView Of(AlarmRecord alarm) => new(
        alarm.AlarmId, alarm.Group, alarm.Ammeter, alarm.Rule, PageText.Word(alarm.Severity), alarm.IsOpen, alarm.Count, alarm.ChargeId, alarm.Message,
        alarm.RaisedAt, alarm.LastAt, alarm.AcknowledgedAt, alarm.AcknowledgedBy, alarm.ClearedAt, alarm.ClearedBy);
}
