using Sems.Storage.Audit;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Settings;

public abstract class AuditTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : AuditTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : AuditTests(new PostgresTestDatabase());

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 0; i < 12; i++)
            await Storage.Audit.AddAsync(new AuditAct(i % 2 == 0 ? "jack" : "rose", i % 3 == 0 ? "a" : "b", Noon.AddMinutes(i)), i < 6 ? "campus" : "station/1", null, $"{i}");
    }

    [Theory]
    [InlineData(null, null, null, null, null, "11 10 9 8 7 6 5 4 3 2 1 0")]
    [InlineData("jack", null, null, null, null, "10 8 6 4 2 0")]
    [InlineData(null, "a", null, null, null, "9 6 3 0")]
    [InlineData(null, null, "station/1", null, null, "11 10 9 8 7 6")]
    [InlineData(null, null, null, 3, 6, "5 4 3")]
    [InlineData("rose", "b", "campus", 1, 5, "1")]
    [InlineData("nobody", null, null, null, null, "")]
    [InlineData("' OR 1 = 1 --", null, null, null, null, "")]
    public async Task It_is_filtered_and_listed_newest_first(string? who, string? what, string? subject, int? from, int? to, string expected)
    {
        var filter = new AuditFilter(who, what, subject, from is { } f ? Noon.AddMinutes(f) : null, to is { } t ? Noon.AddMinutes(t) : null);
        var page = await Storage.Audit.ReadPageAsync(filter, 1, 100);
        Assert.Equal(expected, string.Join(' ', page.Items.Select(r => r.AfterJson)));
        Assert.Equal(page.Items.Count, page.Total);
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        var pages = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            var read = await Storage.Audit.ReadPageAsync(new AuditFilter(), page, 5);
            Assert.Equal(12, read.Total);
            pages.Add(string.Join(' ', read.Items.Select(r => r.AfterJson)));
        }
        Assert.Equal(["11 10 9 8 7", "6 5 4 3 2", "1 0", ""], pages);
    }

    [Fact]
    public void Rows_are_neither_changed_nor_deleted()
    {
        foreach (var sql in new[] { "UPDATE audit_log SET who = 'somebody else'", "DELETE FROM audit_log" })
            Assert.Throws<InvalidOperationException>(() => Execute(sql));
    }

    [Fact]
    public async Task A_station_key_given_or_taken_away_is_told_without_the_key()
    {
        await Storage.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "0001", null, null, null));
        await Storage.Registry.SaveStationKeyAsync("0001", "hash-one", Noon, new AuditAct("jack", AuditWords.StationKeyRotated, Noon));
        await Storage.Registry.SaveStationKeyAsync("0001", null, null, new AuditAct("rose", AuditWords.StationKeyCleared, Noon));
        await Storage.Registry.SaveStationKeyAsync("0001", "hash-two", null);
        var rows = (await Storage.Audit.ReadPageAsync(new AuditFilter(Subject: AuditWords.Station("0001")), 1, 10)).Items;
        Assert.Equal(
            [
                """rose station_key.clear {"has_key":true} {"has_key":false}""",
                """jack station_key.rotate {"has_key":false} {"has_key":true,"former_until":"2026-03-02T12:00:00+00:00"}""",
            ],
            rows.Select(r => $"{r.Who} {r.What} {r.BeforeJson} {r.AfterJson}"));
    }
}
