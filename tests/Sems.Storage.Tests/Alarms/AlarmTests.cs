using Sems.Storage.Alarms;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Alarms;

/// <summary>Alarms are raised, folded, acknowledged and cleared, and nothing happens twice.</summary>
public abstract class AlarmTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : AlarmTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : AlarmTests(new PostgresTestDatabase());

    private IAlarms Alarms => Storage.Alarms;

    [Fact]
    public async Task A_raised_alarm_is_open_with_what_was_said_of_it()
    {
        await RaiseAsync("1:over_current:1", charge: 7, message: "12.5 A, 3 次");
        await CrashAsync();
        var at = ManualTimeProvider.Start;
        var alarm = (await OpenAsync())!;
        Assert.Equal(
            new AlarmRecord(alarm.AlarmId, "0001", "A", "over_current", AlarmSeverity.Warning, 1, 7, "12.5 A, 3 次", at, at, null, null, null, null), alarm);
        Assert.True(alarm.IsOpen);
        Assert.Equal(alarm, await Alarms.FindAlarmAsync(alarm.AlarmId));
        Assert.Null(await Alarms.FindAlarmAsync(alarm.AlarmId + 1));
    }

    [Fact]
    public async Task Repeated_alarms_are_folded_into_the_open_one()
    {
        await RaiseAsync("1", charge: 7, message: "one");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RaiseAsync("2", severity: AlarmSeverity.Danger, message: "two");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await RaiseAsync("3", severity: AlarmSeverity.Notice, charge: 8, message: "three");
        var at = ManualTimeProvider.Start;
        var alarm = (await OpenAsync())!;
        Assert.Equal(
            new AlarmRecord(alarm.AlarmId, "0001", "A", "over_current", AlarmSeverity.Danger, 3, 8, "three", at, at.AddMinutes(2), null, null, null, null), alarm);
        Assert.Equal(1, (await Alarms.AlarmsAsync(new AlarmFilter(), 1, 10)).Total);
    }

    [Fact]
    public async Task Station_meter_and_rule_each_make_an_alarm_of_its_own()
    {
        await RaiseAsync("1");
        await RaiseAsync("2", ammeter: "B");
        await RaiseAsync("3", group: "0002");
        await RaiseAsync("4", rule: "silence");
        await RaiseAsync("5", ammeter: null);
        await RaiseAsync("6", ammeter: null);
        await ClearAsync("7");
        Assert.Null(await OpenAsync());
        Assert.Equal(1, (await Alarms.FindOpenAlarmAsync("0001", "B", "over_current"))!.Count);
        Assert.Equal(1, (await Alarms.FindOpenAlarmAsync("0002", "A", "over_current"))!.Count);
        Assert.Equal(1, (await Alarms.FindOpenAlarmAsync("0001", "A", "silence"))!.Count);
        var station = (await Alarms.FindOpenAlarmAsync("0001", null, "over_current"))!;
        Assert.Equal((null, 2), (station.Ammeter, station.Count));
        await Alarms.ClearAsync(new AlarmClear("8", "0001", null, "over_current", "rule", Clock.GetUtcNow()));
        Assert.Null(await Alarms.FindOpenAlarmAsync("0001", null, "over_current"));
        Assert.Equal(3, (await Alarms.AlarmsAsync(new AlarmFilter(Open: true), 1, 10)).Total);
    }

    [Fact]
    public async Task An_event_that_comes_again_changes_nothing_whatever_happened_since()
    {
        await RaiseAsync("raised");
        await RaiseAsync("raised", message: "again");
        Assert.Equal((1, "m"), ((await OpenAsync())!.Count, (await OpenAsync())!.Message));
        await ClearAsync("cleared");
        await RaiseAsync("raised");
        Assert.Null(await OpenAsync());
        await RaiseAsync("another");
        await ReopenAsync();
        await ClearAsync("cleared");
        await RaiseAsync("raised");
        Assert.Equal(1, (await OpenAsync())!.Count);
        Assert.Equal(2, (await Alarms.AlarmsAsync(new AlarmFilter(), 1, 10)).Total);
    }

    [Fact]
    public async Task A_clear_with_nothing_to_clear_is_spent_all_the_same()
    {
        await ClearAsync("cleared");
        Assert.Equal(0, (await Alarms.AlarmsAsync(new AlarmFilter(), 1, 10)).Total);
        await RaiseAsync("raised");
        await ClearAsync("cleared");
        Assert.NotNull(await OpenAsync());
    }

    [Fact]
    public async Task A_cleared_alarm_tells_by_what_and_the_next_is_a_new_one()
    {
        await RaiseAsync("1");
        var first = (await OpenAsync())!;
        Clock.Advance(TimeSpan.FromMinutes(5));
        await ClearAsync("2");
        Assert.Equal(first with { ClearedAt = Clock.GetUtcNow(), ClearedBy = "rule" }, await Alarms.FindAlarmAsync(first.AlarmId));
        await RaiseAsync("3");
        var second = (await OpenAsync())!;
        Assert.True(second.AlarmId > first.AlarmId);
        Assert.Equal((1, Clock.GetUtcNow()), (second.Count, second.RaisedAt));
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_once_also_when_it_is_over()
    {
        await RaiseAsync("1");
        var alarm = (await OpenAsync())!;
        await ClearAsync("2");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AlarmOutcome.Changed, await Alarms.AcknowledgeAsync(alarm.AlarmId, "rose", Clock.GetUtcNow()));
        var seen = (await Alarms.FindAlarmAsync(alarm.AlarmId))!;
        Assert.Equal(("rose", Clock.GetUtcNow(), "rule"), (seen.AcknowledgedBy, seen.AcknowledgedAt, seen.ClearedBy));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AlarmOutcome.Unchanged, await Alarms.AcknowledgeAsync(alarm.AlarmId, "jack", Clock.GetUtcNow()));
        Assert.Equal(seen, await Alarms.FindAlarmAsync(alarm.AlarmId));
        Assert.Equal(AlarmOutcome.Unknown, await Alarms.AcknowledgeAsync(999, "rose", Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData(AlarmSeverity.Notice, true)]
    [InlineData(AlarmSeverity.Warning, true)]
    [InlineData(AlarmSeverity.Danger, false)]
    public async Task An_alarm_that_gets_worse_must_be_seen_again(AlarmSeverity severity, bool stays)
    {
        await RaiseAsync("1");
        await Alarms.AcknowledgeAsync((await OpenAsync())!.AlarmId, "rose", Clock.GetUtcNow());
        await RaiseAsync("2", severity: severity);
        var alarm = (await OpenAsync())!;
        Assert.Equal((stays, stays), (alarm.AcknowledgedBy == "rose", alarm.AcknowledgedAt is not null));
    }

    [Fact]
    public async Task A_person_who_closes_an_alarm_has_seen_it_and_what_comes_later_opens_another()
    {
        await RaiseAsync("1");
        await RaiseAsync("2", ammeter: "B");
        var (alarm, other) = ((await OpenAsync())!, (await Alarms.FindOpenAlarmAsync("0001", "B", "over_current"))!);
        await Alarms.AcknowledgeAsync(other.AlarmId, "jack", Clock.GetUtcNow());
        Assert.Equal(AlarmOutcome.Changed, await Alarms.CloseAsync(alarm.AlarmId, "rose", Clock.GetUtcNow()));
        Assert.Equal(AlarmOutcome.Changed, await Alarms.CloseAsync(other.AlarmId, "rose", Clock.GetUtcNow()));
        Assert.Equal("rose rose", await ByAsync(alarm));
        Assert.Equal("jack rose", await ByAsync(other));
        Assert.Equal(AlarmOutcome.Unchanged, await Alarms.CloseAsync(alarm.AlarmId, "jack", Clock.GetUtcNow()));
        Assert.Equal(AlarmOutcome.Unknown, await Alarms.CloseAsync(999, "rose", Clock.GetUtcNow()));
        Assert.Equal("rose rose", await ByAsync(alarm));
        await RaiseAsync("3");
        Assert.NotEqual(alarm.AlarmId, (await OpenAsync())!.AlarmId);

        async Task<string> ByAsync(AlarmRecord which) =>
            (await Alarms.FindAlarmAsync(which.AlarmId)) is var found ? $"{found!.AcknowledgedBy} {found.ClearedBy}" : "";
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_order_of_events_leaves_what_a_plain_list_says(int seed)
    {
        var random = new Random(seed);
        var (spent, open, closed) = (new HashSet<string>(), new Dictionary<string, int>(), 0);
        for (var i = 0; i < 200; i++)
        {
            var (meter, occurrence, clears) = ("ABC"[random.Next(3)].ToString(), $"{random.Next(60)}", random.Next(4) == 0);
            if (clears) await ClearAsync(occurrence, meter);
            else await RaiseAsync(occurrence, ammeter: meter);
            if (!spent.Add(occurrence)) continue;
            if (!clears) open[meter] = open.GetValueOrDefault(meter) + 1;
            else if (open.Remove(meter)) closed++;
        }
        var found = (await Alarms.AlarmsAsync(new AlarmFilter(Open: true), 1, 100)).Items;
        Assert.Equal(open.OrderBy(o => o.Key), found.OrderBy(a => a.Ammeter).Select(a => KeyValuePair.Create(a.Ammeter!, a.Count)));
        Assert.Equal(closed, (await Alarms.AlarmsAsync(new AlarmFilter(Open: false), 1, 100)).Total);
        Assert.True(closed > 3);
    }

    private Task RaiseAsync(
        string occurrence, string group = "0001", string? ammeter = "A", string rule = "over_current", AlarmSeverity severity = AlarmSeverity.Warning,
        long? charge = null, string message = "m") =>
        Alarms.RaiseAsync(new AlarmRaise(occurrence, group, ammeter, rule, severity, charge, message, Clock.GetUtcNow()));

    private Task ClearAsync(string occurrence, string? ammeter = "A") =>
        Alarms.ClearAsync(new AlarmClear(occurrence, "0001", ammeter, "over_current", "rule", Clock.GetUtcNow()));

    private Task<AlarmRecord?> OpenAsync() => Alarms.FindOpenAlarmAsync("0001", "A", "over_current");
}
