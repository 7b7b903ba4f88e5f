using Sems.Storage.Analysis;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Analysis;

/// <summary>Lists and sums of batteries.</summary>
public abstract class BatteryListTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : BatteryListTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : BatteryListTests(new PostgresTestDatabase());

    public static TheoryData<string, BatteryFilter, string> Lists => new()
    {
        { "the least first, unknown last", new BatteryFilter(), "s3 s2 s1 s5 s4" },
        { "the greatest first, unknown last", new BatteryFilter(Descending: true), "s5 s1 s2 s3 s4" },
        { "a verdict", new BatteryFilter(Verdict: BatteryVerdict.Good), "s1 s5" },
        { "none of a verdict", new BatteryFilter(Verdict: BatteryVerdict.NotEnoughData, Brand: "雅迪"), "" },
        { "a brand", new BatteryFilter(Brand: "爱玛"), "s2 s4" },
        { "a brand by number", new BatteryFilter(Brand: "爱玛", Sort: BatterySort.StudentNumber), "s2 s4" },
        { "charged last", new BatteryFilter(Sort: BatterySort.LastAt, Descending: true), "s5 s4 s3 s2 s1" },
        { "most charges", new BatteryFilter(Sort: BatterySort.Charges, Descending: true), "s1 s2 s3 s4 s5" },
        { "by number, backward", new BatteryFilter(Sort: BatterySort.StudentNumber, Descending: true), "s5 s4 s3 s2 s1" },
        { "a number", new BatteryFilter("s3"), "s3" },
        { "how a brand begins", new BatteryFilter("爱"), "s2 s4" },
        { "how a model begins", new BatteryFilter("DE"), "s3 s1 s5" },
        { "model and verdict", new BatteryFilter("DE", BatteryVerdict.LikelyAged), "s3" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Batteries_are_filtered_and_sorted(string what, BatteryFilter filter, string students)
    {
        await FillAsync();
        var found = await Storage.Analysis.BatteriesAsync(filter, 1, 50);
        Assert.Equal((what, students), (what, string.Join(' ', found.Items.Select(b => b.StudentNumber))));
        Assert.Equal(found.Items.Count, found.Total);
        var second = await Storage.Analysis.BatteriesAsync(filter, 2, 2);
        Assert.Equal(found.Items.Skip(2).Take(2), second.Items);
    }

    [Fact]
    public async Task They_are_summed_up()
    {
        Assert.Equal((0, null), await Storage.Analysis.SummaryAsync() is { } none ? (none.Batteries, none.MedianSoh) : default);
        await FillAsync();
        var sum = await Storage.Analysis.SummaryAsync();
        Assert.Equal(5, sum.Batteries);
        Assert.Equal([1, 2, 1, 1], Enum.GetValues<BatteryVerdict>().Select(v => sum.ByVerdict[v]));
        Assert.Equal([(70, 1), (80, 1), (95, 1), (100, 1)], sum.Histogram);
        Assert.Equal((84.9 + 95) / 2, sum.MedianSoh!.Value, 9);
    }

    private async Task FillAsync()
    {
        Add("s1", 95, BatteryVerdict.Good, "雅迪", "DE3", 9, 1);
        Add("s2", 84.9, BatteryVerdict.Watch, "爱玛", "小玛", 8, 2);
        Add("s3", 70, BatteryVerdict.LikelyAged, "雅迪", "DE3", 7, 3);
        Add("s4", null, BatteryVerdict.NotEnoughData, "爱玛", "小玛", 6, 4);
        Add("s5", 101, BatteryVerdict.Good, "雅迪", "DE3", 5, 5);
        foreach (var battery in _batteries)
        {
            var charge = await BeginAsync(battery.StudentNumber);
            await Storage.Ledger.CloseChargeAsync(End(charge, battery.StudentNumber));
            var analysis = new ChargeAnalysis(charge, 1, Clock.GetUtcNow(), battery.StudentNumber, 1, null, false, 0, null, "{}", null);
            Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(analysis, battery.StudentNumber, battery));
        }
    }

    private readonly List<BatteryRecord> _batteries = [];

    private void Add(string student, double? soh, BatteryVerdict verdict, string brand, string model, long charges, int day) =>
        _batteries.Add(AnalysisTests.Battery(student, 1, soh, verdict, new Vehicle(brand, model, "铅酸", 48, 12), charges, day));
}
