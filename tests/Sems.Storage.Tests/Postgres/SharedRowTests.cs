using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Outbox;
using Sems.Storage.Settings;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Postgres;

/// <summary>Rows that several processes change at the same time, each through a storage of its own.</summary>
public sealed class SharedRowTests : IAsyncLifetime
{
    private const int Processes = 3;
    private readonly PostgresTestDatabase _database = new();
    private readonly List<IDatabase> _processes = [];

    private DateTimeOffset Now => _database.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        for (var i = 0; i < Processes; i++) _processes.Add(await _database.OpenAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Pushes_are_counted_right_however_their_changes_meet()
    {
        await EachAsync(90, (storage, i) => storage.Outbox.AddAsync(new PushRequest(i / 3, (PushKind)(1 + (i % 4)), "s", "{}", Now)));
        var all = (await _processes[0].Outbox.PushesAsync(new PushFilter(), 1, 500)).Items;
        await EachAsync(all.Count * Processes, async (storage, i) =>
        {
            var push = all[i / Processes];
            await storage.Outbox.RecordAsync(new PushAttempt(push.PushId, (PushState)(1 + (i % 3)), Now, null, null));
            if (i % 2 == 0) await storage.Outbox.RetryAsync(push.PushId, Now);
        });
        var counts = await _processes[0].Outbox.PushCountsAsync();
        foreach (var state in Enum.GetValues<PushState>())
            Assert.Equal(_database.Number($"SELECT count(*) FROM pushes WHERE state = {(int)state}"), counts.GetValueOrDefault(state));
        Assert.Equal(all.Count, counts.Values.Sum());
        _database.Execute("DELETE FROM pushes WHERE kind = 2");
        Assert.Equal(0, (await _processes[1].Outbox.PushesAsync(new PushFilter(Kind: PushKind.PayFinish), 1, 10)).Total);
        Assert.Throws<InvalidOperationException>(() => _database.Execute("UPDATE pushes SET kind = 2"));
    }

    [Fact]
    public async Task Of_alarms_raised_at_once_one_is_opened_and_holds_them_all()
    {
        await EachAsync(60, (storage, i) => storage.Alarms.RaiseAsync(
            new AlarmRaise($"{i / 2}", "0001", i % 4 < 2 ? null : "A", "silence", AlarmSeverity.Warning, null, "m", Now)));
        var alarms = (await _processes[0].Alarms.AlarmsAsync(new AlarmFilter(), 1, 10)).Items;
        Assert.Equal([15, 15], alarms.Select(a => a.Count));
        await EachAsync(Processes, (storage, _) => storage.Alarms.ClearAsync(new AlarmClear("over", "0001", "A", "silence", "rule", Now)));
        Assert.Null((await _processes[0].Alarms.FindOpenAlarmAsync("0001", "A", "silence")));
        Assert.Equal(31, _database.Number("SELECT count(*) FROM alarm_events"));
    }

    [Fact]
    public async Task Of_settings_made_at_once_on_one_version_one_is_made_and_audited()
    {
        var outcomes = await EachAsync(30, (storage, i) => storage.Settings.SaveAsync(
            new SettingsChange("campus", 0, $"{i}", new AuditAct("jack", AuditWords.SettingsChanged, Now))));
        Assert.Single(outcomes, SettingsOutcome.Changed);
        Assert.Equal(29, outcomes.Count(o => o == SettingsOutcome.OldVersion));
        Assert.Equal(1, (await _processes[0].Audit.ReadPageAsync(new AuditFilter(), 1, 10)).Total);
        foreach (var table in new[] { "audit_log", "bill_changes" }) Assert.Throws<InvalidOperationException>(() => _database.Execute($"TRUNCATE {table}"));
    }

    private Task EachAsync(int count, Func<IDatabase, int, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => work(_processes[i % Processes], i)));

    private Task<T[]> EachAsync<T>(int count, Func<IDatabase, int, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => work(_processes[i % Processes], i)));
}
