using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Settings;
using Sems.Storage.Sqlite.Outside;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

/// <summary>A process that only reads sees what the writer made durable, at every moment, and touches nothing.</summary>
public sealed class OutsideReaderTests : StorageFixture
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task At_random_moments_a_curve_is_what_was_stored_across_seals_and_the_end(int seed)
    {
        var random = new Random(seed);
        await using var reader = Reader();
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
        Assert.True(Number("SELECT sum(sealed) FROM (SELECT max(chunk) + 1 AS sealed FROM curve_chunks GROUP BY charge_id)") > 6);
    }

    [Fact]
    public async Task Settings_and_the_audit_log_are_read_as_soon_as_they_are_written()
    {
        await using var reader = Reader();
        for (var version = 0; version < 3; version++)
        {
            await Storage.Settings.SaveAsync(new SettingsChange("campus", version, $"{version}", new AuditAct("jack", AuditWords.SettingsChanged, Clock.GetUtcNow())));
            Assert.Equal(version + 1, await reader.Settings.ReadRevisionAsync());
            Assert.Equal($"{version}", Assert.Single(await reader.Settings.ReadAllAsync()).Json);
            Assert.Equal($"{version}", (await reader.Audit.ReadPageAsync(new AuditFilter(), 1, 1)).Items.Single().AfterJson);
        }
    }

    [Fact]
    public async Task What_a_dead_writer_left_is_read_as_it_will_be_recovered()
    {
        var (open, ended) = (await BeginAsync(ammeter: "a"), await BeginAsync(ammeter: "b"));
        for (var i = 0; i < 130; i++) await Storage.Curves.AppendAsync(open, Reading(i));
        for (var i = 0; i < 70; i++) await Storage.Curves.AppendAsync(ended, Reading(i));
        await Storage.Ledger.CloseChargeAsync(End(ended));
        var undone = await BeginAsync(ammeter: "c");
        await Storage.Curves.AppendAsync(undone, Reading(0));
        await Storage.Ledger.AbandonChargeAsync(undone);
        var left = PathOf("left.db");
        foreach (var suffix in new[] { "", "-wal" }) File.Copy(DatabasePath + suffix, left + suffix);
        await using var reader = Reader(left);
        Assert.Equal(Enumerable.Range(0, 130).Select(i => Reading(i)), await reader.Curves.ReadAsync(open));
        Assert.Equal(Enumerable.Range(0, 70).Select(i => Reading(i)), await reader.Curves.ReadAsync(ended));
        Assert.Empty(await reader.Curves.ReadAsync(undone));
        Assert.Equal(201, await reader.Curves.SampleCountAsync());
        Assert.Equal(ChargeStatus.Ended, (await reader.Ledger.FindChargeAsync(ended))!.Status);
    }

    [Fact]
    public async Task Late_samples_stand_where_the_writer_shows_them()
    {
        var charge = await BeginAsync();
        for (var i = 0; i < 60; i++) await Storage.Curves.AppendAsync(charge, Reading(i));
        await Storage.Curves.AppendAsync(charge, Reading(500, at: Reading(10).AtMs) with { Marks = SampleMarks.ClockLeap });
        await Storage.Curves.AppendAsync(charge, Reading(501, at: Reading(55).AtMs) with { Marks = SampleMarks.ClockLeap });
        await using var reader = Reader();
        Assert.Equal(await Storage.Curves.ReadAsync(charge), await reader.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_an_outage_and_is_not_made()
    {
        var path = PathOf("later.db");
        await using var reader = Reader(path);
        var missing = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Registry.GroupsAsync());
        Assert.Contains("there is no database", missing.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "later*"));

        await File.WriteAllBytesAsync(path, []);
        var empty = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.ProbeAsync());
        Assert.Contains("has yet to make its tables", empty.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(path).Length);

        var writer = await OpenAsync(Options with { Path = path });
        await writer.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "东门", null, null, null));
        Assert.Equal("0001", Assert.Single(await reader.Registry.GroupsAsync()).Group);
        await reader.ProbeAsync();
    }

    [Theory]
    [InlineData("INSERT INTO schema_migrations VALUES (9999, 'newer', 0)", "made by a newer SEMS")]
    [InlineData("DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)", "bring it up to date")]
    [InlineData("DROP TABLE schema_migrations", "has yet to make its tables")]
    public async Task Another_schema_is_an_outage_that_says_why(string change, string why)
    {
        await Storage.DisposeAsync();
        using (var other = OtherConnection()) other.Execute("CREATE TABLE kept AS SELECT * FROM schema_migrations; " + change);
        await using var reader = Reader();
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Ledger.TotalsAsync());
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        using (var other = OtherConnection())
            other.Execute("DROP TABLE IF EXISTS schema_migrations; ALTER TABLE kept RENAME TO schema_migrations");
        Assert.Equal(0, (await reader.Ledger.TotalsAsync()).Bills);
    }

    [Fact]
    public async Task A_database_put_in_the_place_of_another_is_read_after_renewal()
    {
        await using var reader = Reader();
        Assert.Empty(await reader.Registry.GroupsAsync());
        var other = await OpenAsync(Options with { Path = PathOf("other.db") });
        await other.Registry.SaveGroupAsync(new AmmeterGroupRecord("0002", "西门", null, null, null));
        await other.DisposeAsync();
        await Storage.DisposeAsync();
        foreach (var side in new[] { "-wal", "-shm" }) File.Delete(DatabasePath + side);
        File.Move(PathOf("other.db"), DatabasePath, overwrite: true);
        reader.Renew();
        Assert.Equal("0002", Assert.Single(await reader.Registry.GroupsAsync()).Group);
    }

    [Fact]
    public async Task A_reader_waits_for_no_writer_and_none_for_it()
    {
        var charge = await BeginAsync();
        await using var reader = Reader();
        Assert.Equal(0, await reader.Curves.SampleCountAsync());
        using var other = OtherConnection();
        other.Execute("BEGIN IMMEDIATE");
        Assert.Empty(await reader.Curves.ReadAsync(charge));
        await reader.ProbeAsync();
        other.Execute("ROLLBACK");
        await Storage.Curves.AppendAsync(charge, Reading(0));
        Assert.Equal([Reading(0)], await reader.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Pushes_and_alarms_are_read_as_they_are()
    {
        await using var reader = Reader();
        Assert.Empty(await reader.Outbox.PushCountsAsync());
        await Storage.Outbox.AddAsync(new PushRequest(7, PushKind.Delay, "s1", "{}", Clock.GetUtcNow()));
        await Storage.Alarms.RaiseAsync(new AlarmRaise("1", "0001", null, "offline", AlarmSeverity.Warning, null, "没有轮询", Clock.GetUtcNow()));
        var push = Assert.Single((await reader.Outbox.PushesAsync(new PushFilter(), 1, 10)).Items);
        Assert.Equal((7, PushKind.Delay), (push.ChargeId, push.Kind));
        Assert.Equal(await Storage.Alarms.FindOpenAlarmAsync("0001", null, "offline"), Assert.Single((await reader.Alarms.AlarmsAsync(new AlarmFilter(), 1, 10)).Items));
    }

    private SqliteStorageReader Reader(string? path = null) => new(Options with { Path = path ?? DatabasePath, BusyTimeout = TimeSpan.FromSeconds(1) });
}
