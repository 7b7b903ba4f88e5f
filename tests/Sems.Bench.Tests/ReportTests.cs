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
        var call = new EngineCall("orleans", Figures(50, 40, 300), Figures(100, 200, 400));
        Assert.Equal((50, 0.5), (call.Figures.Rate, call.Ratio));
    }

    [Theory]
    [InlineData(45, true)]
    [InlineData(44.9, false)]
    public void A_share_must_reach_its_bar(double percent, bool passed) =>
        Assert.Equal(passed, Bar.Of([Engine("embedded")], [Charge(percent * 10)])[0].Passed);

    [Fact]
    public void Start_and_memory_must_stay_below_theirs()
    {
        var bars = Bar.Of([Engine("embedded") with { StartToReadySeconds = 2 }], []);
        Assert.Equal([(2.0, false), (300.0, false), (4100.0, false)], bars.Select(b => (b.Value, b.Passed)));
        var less = Engine("embedded") with { Memory = Memory with { IdleHeap = 6_980_000, OpenHeap = 88_000_000 } };
        Assert.All(Bar.Of([less], []), b => Assert.True(b.Passed));
    }

    [Fact]
    public void Only_the_embedded_engine_is_held_to_bars()
    {
        Assert.Empty(Bar.Of([Engine("orleans")], [Charge(null, 400)]));
        Assert.Equal(50, Bar.Of([Engine("orleans"), Engine("embedded")], [Charge(500, 400)])[0].Value);
    }

    [Fact]
    public void It_prints_each_engine_and_serializes()
    {
        CallReport[] calls = [Charge(500, 400)];
        EngineReport[] engines = [Engine("embedded"), Engine("orleans")];
        var report = new ServiceReport(DateTimeOffset.UnixEpoch, 2, 64, 20_000, 130, 0, null, engines, calls, Bar.Of(engines, calls));
        using var text = new StringWriter();
        ReportTable.Write(text, report);
        foreach (var line in (string[])["SEMS on the engines embedded and orleans", "pass  embedded: charge, of the floor", "  orleans                400"])
            Assert.Contains(line, text.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"per_idle_meter\": 300", report.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"engine\": \"orleans\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service --gateway embedded=a.dll --gateway orleans=b.dll", 0)]
    [InlineData("service --gateway a.dll", 1)]
    [InlineData("service --gateway embedded=", 1)]
    [InlineData("service --gateway embedded=a.dll --gateway embedded=b.dll", 1)]
    public void A_gateway_is_named_with_its_engine(string line, int faults) =>
        Assert.Equal(faults, CommandLine.Build().Parse(line).Errors.Count);

    private static EngineReport Engine(string name) => new(name, 1.5, 3000, Memory);

    private static CallReport Charge(double? embedded, double? orleans = null)
    {
        var floor = Figures(1000);
        var engines = new[] { ("embedded", embedded), ("orleans", orleans) };
        return new CallReport(
            "charge", floor, [.. engines.Where(e => e.Item2 is not null).Select(e => new EngineCall(e.Item1, Figures(e.Item2!.Value), floor))]);
    }

    private static CallFigures Figures(params double[] rates) =>
        CallFigures.Of([.. rates.Select(Round)], TimeSpan.FromSeconds(1));

    private static LoadResult Round(double rate) => new((long)rate, 1, 0, null, (long)rate, new LatencyHistogram());
}
