using Sems.Storage.Alarms;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Alarms;

/// <summary>Lists of alarms.</summary>
public abstract class AlarmListTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : AlarmListTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : AlarmListTests(new PostgresTestDatabase());

    [Fact]
    public async Task Lists_are_filtered_paged_and_latest_first()
    {
        await TwelveAsync();
        Assert.Equal("12: 11 10 9", await ListAsync(new AlarmFilter(), 1, 3));
        Assert.Equal("12: 2 1 0", await ListAsync(new AlarmFilter(), 4, 3));
        Assert.Equal("12: ", await ListAsync(new AlarmFilter(), 5, 3));
        Assert.Equal("6: 11 9 7 5 3 1", await ListAsync(new AlarmFilter("0001")));
        Assert.Equal("3: 9 5 1", await ListAsync(new AlarmFilter("0001", "m1")));
        Assert.Equal("4: 10 7 4 1", await ListAsync(new AlarmFilter(Rule: "r1")));
        Assert.Equal("4: 11 8 5 2", await ListAsync(new AlarmFilter(Severity: AlarmSeverity.Danger)));
        Assert.Equal("2: 5 4", await ListAsync(new AlarmFilter(ChargeId: 2)));
        Assert.Equal("6: 11 10 9", await ListAsync(new AlarmFilter(Open: true), 1, 3));
        Assert.Equal("6: 5 4 3 2 1 0", await ListAsync(new AlarmFilter(Open: false)));
        Assert.Equal("4: 9 6 3 0", await ListAsync(new AlarmFilter(Acknowledged: true)));
        Assert.Equal("4: 11 10 8 7", await ListAsync(new AlarmFilter(Open: true, Acknowledged: false)));
        Assert.Equal("1: 11", await ListAsync(new AlarmFilter("0001", "m3", "r2", AlarmSeverity.Danger, 5, true, false)));
        Assert.Equal("0: ", await ListAsync(new AlarmFilter("0001", "m3", "r2", AlarmSeverity.Danger, 5, true, true)));
        Assert.Equal("6: 11 8 10 7 9 6", await ListAsync(new AlarmFilter(Open: true, WorstFirst: true)));
        var (sixth, ninth) = (await At(5), await At(8));
        Assert.Equal("3: 7 6 5", await ListAsync(new AlarmFilter(From: sixth, To: ninth)));
        Assert.Equal("1: 8", await ListAsync(new AlarmFilter("0000", From: ninth, Severity: AlarmSeverity.Danger)));
        await Storage.Alarms.RaiseAsync(Raise(6, "again"));
        Assert.Equal("12: 6 11", await ListAsync(new AlarmFilter(), 1, 2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Alarms.AlarmsAsync(new AlarmFilter(), 0, 10));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Alarms.AlarmsAsync(new AlarmFilter(), 1, 0));

        async Task<DateTimeOffset> At(int i) => (await Storage.Alarms.AlarmsAsync(new AlarmFilter(), 1, 20)).Items.Single(a => a.Message == $"{i}").LastAt;

        async Task<string> ListAsync(AlarmFilter filter, int page = 1, int size = 20)
        {
            var list = await Storage.Alarms.AlarmsAsync(filter, page, size);
            return $"{list.Total}: {string.Join(' ', list.Items.Select(a => a.Message))}";
        }
    }

    /// <summary>
    /// Alarm i is of station i mod 2, meter i mod 4, rule and severity i mod 3, charge i / 2; the first six are cleared, and every third acknowledged.
    /// </summary>
    private async Task TwelveAsync()
    {
        for (var i = 0; i < 12; i++)
        {
            await Storage.Alarms.RaiseAsync(Raise(i, $"raised {i}"));
            var id = (await Storage.Alarms.AlarmsAsync(new AlarmFilter(), 1, 1)).Items[0].AlarmId;
            if (i % 3 == 0) await Storage.Alarms.AcknowledgeAsync(id, "rose", Clock.GetUtcNow());
            var raised = Raise(i, "");
            if (i < 6) await Storage.Alarms.ClearAsync(new AlarmClear($"cleared {i}", raised.Group, raised.Ammeter, raised.Rule, "rule", Clock.GetUtcNow()));
        }
    }

    private AlarmRaise Raise(int i, string occurrence)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return new AlarmRaise(occurrence, $"000{i % 2}", $"m{i % 4}", $"r{i % 3}", (AlarmSeverity)(1 + (i % 3)), i / 2, $"{i}", Clock.GetUtcNow());
    }
}
