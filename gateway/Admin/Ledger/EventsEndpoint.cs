using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Admin.Ledger;

/// <summary>What happened last: of each kind the latest, put together.</summary>
internal static class EventsEndpoint
{
    private const int Usual = 30;
    private const int Most = 100;

    private static readonly Dictionary<string, string> Commands = new()
    {
        ["ammeter.on"] = "合闸",
        ["ammeter.off"] = "开闸",
        ["ammeter.release"] = "释放",
        ["ammeter.lock"] = "锁定",
        ["ammeter.unlock"] = "解锁",
    };

    public static async Task<IResult> Events(int? limit, IDatabaseReader database, CancellationToken cancel)
    {
        var most = limit ?? Usual;
        if (most is < 1 or > Most) return Results.BadRequest(new Problem($"limit 必须是 1 到 {Most}"));
        var events = new List<EventView>();
        foreach (var charge in await FirstAsync(database.Ledger.EveryChargeAsync(new ChargeFilter(), most, cancel)))
            events.Add(Of(charge, charge.StartedAt, "charge_started", null, $"{charge.StudentNumber} 开始充电"));
        var ended = new ChargeFilter(Statuses: [ChargeStatus.Ended], Sort: ChargeSort.EndedAt);
        foreach (var charge in await FirstAsync(database.Ledger.EveryChargeAsync(ended, most, cancel)))
            events.Add(Of(charge, charge.EndedAt ?? charge.StartedAt, "charge_ended", charge.Bill?.Fen, $"{charge.StudentNumber} 结束充电，{Export.CsvValues.Yuan(charge.Bill?.Fen ?? 0)} 元"));
        events.AddRange((await database.Alarms.LatestAsync(cleared: false, most, cancel)).Select(a => Of(a, a.RaisedAt, "alarm_raised", null, a.Message)));
        events.AddRange((await database.Alarms.LatestAsync(cleared: true, most, cancel))
            .Select(a => Of(a, a.ClearedAt ?? a.LastAt, "alarm_cleared", a.ClearedBy, "告警已解除：" + a.Message)));
        foreach (var what in Commands.Keys) events.AddRange((await database.Audit.LatestAsync(what, most, cancel)).Select(Of));
        events.AddRange((await database.Outbox.PushesAsync(new PushFilter(State: PushState.Dead), 1, most, cancel)).Items.Select(p => new EventView(
            p.DoneAt ?? p.CreatedAt, "push_dead", null, null, p.StudentNumber, p.ChargeId, null, null, null, null, $"给 {p.StudentNumber} 的推送没有送达")));
        return Results.Ok(new EventsView([.. events.OrderByDescending(e => e.At).Take(most)]));
    }

    private static EventView Of(ChargeRecord charge, DateTimeOffset at, string kind, long? fen, string text) =>
        new(at, kind, charge.Group, charge.Ammeter, charge.StudentNumber, charge.ChargeId, fen, null, null, null, text);

    private static EventView Of(AlarmRecord alarm, DateTimeOffset at, string kind, string? by, string text) =>
        new(at, kind, alarm.Group, alarm.Ammeter, null, alarm.ChargeId, null, alarm.Rule, PageText.Word(alarm.Severity), by, text);

    private static EventView Of(AuditRecord row)
    {
        var place = row.Subject.Split('/', 3);
        var (group, ammeter) = place.Length == 3 ? (place[1], place[2]) : (null, null);
        return new EventView(row.At, "control", group, ammeter, null, null, null, null, null, row.Who, $"{row.Who} {Commands.GetValueOrDefault(row.What, row.What)}");
    }

    private static async Task<IReadOnlyList<ChargeRecord>> FirstAsync(IAsyncEnumerable<IReadOnlyList<ChargeRecord>> batches)
    {
        await foreach (var batch in batches) return batch;
        return [];
    }
}
