using Sems.Analysis.Latency;
using Sems.Bench.Load;
using Sems.Bench.Service;

namespace Sems.Bench.Tests;

public sealed class ReportTests
{
    private static readonly MemoryReport Memory = new(1_000_000, 7_000_000, 89_000_000, 1, 2, 3, 4, null, 20_000);

    [Fact]
    public void The_share_is_the_median_of_the_rounds()
    {
        var call = new CallReport("charge", Figures(100, 200, 400), Figures(50, 40, 300));
        Assert.Equal((200, 50, 0.5), (call.Floor.Rate, call.Sems.Rate, call.Ratio));
    }

    [Theory]
    [InlineData(45, true)]
    [InlineData(44.9, false)]
    public void A_share_must_reach_its_bar(double percent, bool passed)
    {
        var call = new CallReport("charge", Figures(1000), Figures(percent * 10));
        Assert.Equal(passed, Bar.Of(1, Memory, [call])[0].Passed);
    }

    [Fact]
    public void Start_and_memory_must_stay_below_theirs()
    {
        var bars = Bar.Of(2, Memory, []);
        Assert.Equal([(2.0, false), (300.0, false), (4100.0, false)], bars.Select(b => (b.Value, b.Passed)));
        Assert.All(Bar.Of(1.9, Memory with { IdleHeap = 6_980_000, OpenHeap = 88_000_000 }, []), b => Assert.True(b.Passed));
    }

    [Fact]
    public void It_prints_and_serializes()
    {
        var calls = new[] { new CallReport("charge", Figures(100), Figures(50)) };
        var report = new ServiceReport(
            DateTimeOffset.UnixEpoch, 2, 64, 20_000, 130, 1.5, 3000, 0, null, Memory, calls, Bar.Of(1.5, Memory, calls));
        using var text = new StringWriter();
        ReportTable.Write(text, report);
        Assert.Contains("pass  charge, of the floor", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"per_idle_meter\": 300", report.ToJson(), StringComparison.Ordinal);
    }

    private static CallFigures Figures(params double[] rates) =>
        CallFigures.Of([.. rates.Select(Round)], TimeSpan.FromSeconds(1));

    private static LoadResult Round(double rate) => new((long)rate, 1, 0, null, (long)rate, new LatencyHistogram());
}
