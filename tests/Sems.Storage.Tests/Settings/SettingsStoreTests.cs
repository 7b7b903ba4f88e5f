using Sems.Storage.Audit;
using Sems.Storage.Settings;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Settings;

public abstract class SettingsStoreTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : SettingsStoreTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : SettingsStoreTests(new PostgresTestDatabase());

    private static readonly AuditFilter All = new();

    [Fact]
    public async Task Nothing_is_set_at_first()
    {
        Assert.Empty(await Storage.Settings.ReadAllAsync());
        Assert.Equal(0, await Storage.Settings.ReadRevisionAsync());
    }

    [Fact]
    public async Task What_is_set_stays_with_who_and_when()
    {
        Assert.Equal(SettingsOutcome.Changed, await SaveAsync("campus", 0, """{"名":"一"}"""));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SettingsOutcome.Changed, await SaveAsync("station/0001", 0, """{"b":2}""", "rose"));
        Assert.Equal(SettingsOutcome.Changed, await SaveAsync("campus", 1, """{"a":3}"""));
        await ReopenAsync();
        var later = ManualTimeProvider.Start.AddMinutes(1);
        Assert.Equal(
            [new("campus", 2, """{"a":3}""", "jack", later), new("station/0001", 1, """{"b":2}""", "rose", later)],
            await Storage.Settings.ReadAllAsync());
    }

    [Fact]
    public async Task A_change_on_an_old_version_is_refused_and_changes_nothing()
    {
        await SaveAsync("campus", 0, "1");
        await SaveAsync("campus", 1, "2");
        foreach (var version in new long[] { 0, 1, 3, -1, long.MaxValue }) Assert.Equal(SettingsOutcome.OldVersion, await SaveAsync("campus", version, "other"));
        Assert.Equal(SettingsOutcome.OldVersion, await SaveAsync("station/0001", 2, "other"));
        Assert.Equal("2", Assert.Single(await Storage.Settings.ReadAllAsync()).Json);
        Assert.Equal(2, (await Storage.Audit.ReadPageAsync(All, 1, 10)).Total);
    }

    [Fact]
    public async Task The_same_again_is_done_already_on_whatever_version()
    {
        Assert.Equal(SettingsOutcome.Unchanged, await SaveAsync("campus", 7, "{}"));
        await SaveAsync("campus", 0, "1");
        foreach (var version in new long[] { 0, 1, 7 }) Assert.Equal(SettingsOutcome.Unchanged, await SaveAsync("campus", version, "1"));
        Assert.Equal(1, Assert.Single(await Storage.Settings.ReadAllAsync()).Version);
        Assert.Equal(1, (await Storage.Audit.ReadPageAsync(All, 1, 10)).Total);
    }

    [Fact]
    public async Task The_revision_grows_with_every_change_of_any_scope_also_when_all_is_taken_back()
    {
        var revisions = new List<long>();
        foreach (var (scope, version, json) in new[] { ("campus", 0, "1"), ("station/a", 0, "1"), ("campus", 1, "{}"), ("station/a", 1, "{}"), ("campus", 2, "1") })
        {
            Assert.Equal(SettingsOutcome.Changed, await SaveAsync(scope, version, json));
            revisions.Add(await Storage.Settings.ReadRevisionAsync());
        }
        Assert.Equal([1, 2, 3, 4, 5], revisions);
        Assert.Equal(5, (await Storage.Settings.ReadAllAsync()).Sum(r => r.Version));
    }

    [Fact]
    public async Task Of_two_changes_at_the_same_time_on_one_version_one_is_made()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SaveAsync("campus", 0, $"{i + 1}")));
        Assert.Single(outcomes, SettingsOutcome.Changed);
        Assert.Equal(19, outcomes.Count(o => o == SettingsOutcome.OldVersion));
        Assert.Equal(1, (await Storage.Audit.ReadPageAsync(All, 1, 10)).Total);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_with_before_and_after()
    {
        await SaveAsync("campus", 0, "1");
        Clock.Advance(TimeSpan.FromSeconds(1.5));
        await SaveAsync("campus", 1, "{}", "rose", AuditWords.SettingsCleared);
        var page = await Storage.Audit.ReadPageAsync(All, 1, 10);
        Assert.Equal(
            [
                new(2, ManualTimeProvider.Start.AddSeconds(1.5), "rose", "settings.clear", "campus", "1", "{}"),
                new(1, ManualTimeProvider.Start, "jack", "settings.change", "campus", null, "1"),
            ],
            page.Items);
    }

    [Theory]
    [InlineData(WriteStep.Begin)]
    [InlineData(WriteStep.Commit)]
    public async Task A_change_that_fails_leaves_neither_itself_nor_a_row_of_the_log(object step)
    {
        await SaveAsync("campus", 0, "1");
        Faults.Failing = (WriteStep)step;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SaveAsync("campus", 1, "2"));
        Faults.Failing = null;
        Assert.Equal((1L, "1"), Assert.Single((await Storage.Settings.ReadAllAsync()).Select(r => (r.Version, r.Json))));
        Assert.Equal(1, (await Storage.Audit.ReadPageAsync(All, 1, 10)).Total);
        Assert.Equal(SettingsOutcome.Changed, await SaveAsync("campus", 1, "2"));
    }

    [Fact]
    public async Task Without_its_row_of_the_log_a_change_is_not_made()
    {
        Execute("ALTER TABLE audit_log RENAME TO away");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SaveAsync("campus", 0, "1"));
        Execute("ALTER TABLE away RENAME TO audit_log");
        Assert.Empty(await Storage.Settings.ReadAllAsync());
        Assert.Equal(SettingsOutcome.Changed, await SaveAsync("campus", 0, "1"));
    }

    private Task<SettingsOutcome> SaveAsync(string scope, long version, string json, string who = "jack", string what = AuditWords.SettingsChanged) =>
        Storage.Settings.SaveAsync(new SettingsChange(scope, version, json, new AuditAct(who, what, Clock.GetUtcNow())));
}
