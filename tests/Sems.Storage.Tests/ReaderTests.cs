using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Settings;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

/// <summary>A process that only reads sees what was made durable, at every moment.</summary>
public abstract class ReaderTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : ReaderTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : ReaderTests(new PostgresTestDatabase());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task At_random_moments_a_curve_is_what_was_stored_across_seals_and_the_end(int seed)
    {
        var random = new Random(seed);
        await using var reader = OpenReader();
        long[] charges = [await BeginAsync(ammeter: "a"), await BeginAsync(ammeter: "b"), await BeginAsync(ammeter: "c")];
        var stored = new int[charges.Length];
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 900; i++)
            {
                var c = random.Next(charges.Length);
                if (random.Next(40) == 0) Clock.Advance(TimeSpan.FromMinutes(random.Next(20))); // old tails are sealed, the journal trimmed
                await Storage.Curves.AppendAsync(charges[c], Reading(stored[c]));
                Volatile.Write(ref stored[c], stored[c] + 1);
            }
            foreach (var charge in charges) await Storage.Ledger.CloseChargeAsync(End(charge));
        });
        var reads = 0;
        do
        {
            var ended = writing.IsCompleted;
            for (var c = 0; c < charges.Length; c++)
            {
                var least = Volatile.Read(ref stored[c]);
                var curve = await reader.Curves.ReadAsync(charges[c]);
                Assert.InRange(curve.Count, least, ended ? least : 900);
                Assert.Equal(Enumerable.Range(0, curve.Count).Select(i => Reading(i)), curve);
            }
            Assert.InRange(await reader.Curves.SampleCountAsync(), 0, 900);
            reads++;
            if (ended) break;
        }
        while (true);
        await writing;
        Assert.True(reads > 3, $"only {reads} reads");
        Assert.Equal(900, await reader.Curves.SampleCountAsync());
        Assert.True(Number("SELECT count(*) FROM curve_chunks") >= charges.Length);
    }

    [Fact]
    public async Task Late_samples_stand_where_the_writer_shows_them()
    {
        var charge = await BeginAsync();
        for (var i = 0; i < 60; i++) await Storage.Curves.AppendAsync(charge, Reading(i));
        await Storage.Curves.AppendAsync(charge, Reading(500, at: Reading(10).AtMs) with { Marks = SampleMarks.ClockLeap });
        await Storage.Curves.AppendAsync(charge, Reading(501, at: Reading(55).AtMs) with { Marks = SampleMarks.ClockLeap });
        await using var reader = OpenReader();
        Assert.Equal(await Storage.Curves.ReadAsync(charge), await reader.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Registry_and_ledger_are_read_as_they_were_written()
    {
        await using var reader = OpenReader();
        await reader.ProbeAsync();
        await Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "东门", null, null, null));
        var charge = await BeginAsync();
        await Storage.Ledger.CloseChargeAsync(End(charge));
        Assert.Equal("0001", Assert.Single(await reader.Registry.GroupsAsync()).Group);
        Assert.Equal(await Storage.Ledger.FindChargeAsync(charge), await reader.Ledger.FindChargeAsync(charge));
        Assert.Equal(await Storage.Ledger.TotalsAsync(), await reader.Ledger.TotalsAsync());
        Assert.Equal(charge, (await reader.Ledger.FindBillAsync(charge))!.Entry.Bill.ChargeId);
    }

    [Fact]
    public async Task Settings_and_the_audit_log_are_read_as_soon_as_they_are_written()
    {
        await using var reader = OpenReader();
        for (var version = 0; version < 3; version++)
        {
            await Storage.Settings.SaveAsync(new SettingsChange("campus", version, $"{version}", new AuditAct("jack", AuditWords.SettingsChanged, Clock.GetUtcNow())));
            Assert.Equal(version + 1, await reader.Settings.ReadRevisionAsync());
            Assert.Equal($"{version}", Assert.Single(await reader.Settings.ReadAllAsync()).Json);
            Assert.Equal($"{version}", (await reader.Audit.ReadPageAsync(new AuditFilter(), 1, 1)).Items.Single().AfterJson);
        }
    }

    [Fact]
    public async Task Pushes_and_alarms_are_read_as_they_are()
    {
        await using var reader = OpenReader();
        Assert.Empty(await reader.Outbox.PushCountsAsync());
        await Storage.Outbox.AddAsync(new PushRequest(7, PushKind.Delay, "s1", "{}", Clock.GetUtcNow()));
        await Storage.Alarms.RaiseAsync(new AlarmRaise("1", "0001", null, "offline", AlarmSeverity.Warning, null, "没有轮询", Clock.GetUtcNow()));
        var push = Assert.Single((await reader.Outbox.PushesAsync(new PushFilter(), 1, 10)).Items);
        Assert.Equal((7, PushKind.Delay), (push.ChargeId, push.Kind));
        Assert.Equal(await Storage.Alarms.FindOpenAlarmAsync("0001", null, "offline"), Assert.Single((await reader.Alarms.AlarmsAsync(new AlarmFilter(), 1, 10)).Items));
    }
}
