using Sems.Simulator.Metrics;

namespace Sems.Simulator.Tests.Metrics;

public class LatencyHistogramTests
{
    [Theory]
    [InlineData(0.50, 5_000)]
    [InlineData(0.95, 9_500)]
    [InlineData(0.99, 9_900)]
    [InlineData(1.00, 10_000)]
    public void Percentiles_are_right_to_three_percent(double share, double microseconds)
    {
        var histogram = new LatencyHistogram();
        foreach (var i in Enumerable.Range(1, 10_000)) histogram.Record(TimeSpan.FromMicroseconds(i));
        Assert.InRange(histogram.Percentile(share).TotalMicroseconds, microseconds * 0.97, microseconds * 1.03);
        Assert.Equal(10_000, histogram.Count);
    }

    [Fact]
    public void One_slow_answer_in_a_hundred_and_one_shows_at_the_top_only()
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < 200; i++) histogram.Record(TimeSpan.FromMilliseconds(1));
        histogram.Record(TimeSpan.FromSeconds(20));
        Assert.InRange(histogram.Percentile(0.99).TotalMilliseconds, 0.97, 1.03);
        Assert.InRange(histogram.Percentile(1).TotalSeconds, 19.4, 20.6);
    }

    [Fact]
    public void Extremes_are_counted_and_not_lost()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromTicks(-5));
        histogram.Record(TimeSpan.Zero);
        histogram.Record(TimeSpan.FromDays(30));
        Assert.Equal(3, histogram.Count);
        Assert.Equal(TimeSpan.Zero, histogram.Percentile(0));
        Assert.True(histogram.Percentile(1) > TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void Empty_is_zero_and_histograms_add_up()
    {
        var (one, two) = (new LatencyHistogram(), new LatencyHistogram());
        Assert.Equal(TimeSpan.Zero, one.Percentile(0.99));
        one.Record(TimeSpan.FromMilliseconds(1));
        two.Record(TimeSpan.FromMilliseconds(3));
        one.Add(two);
        Assert.Equal(2, one.Count);
        Assert.InRange(one.Percentile(1).TotalMilliseconds, 2.9, 3.1);
    }

    [Fact]
    public void Recording_from_many_threads_loses_nothing()
    {
        var histogram = new LatencyHistogram();
        Parallel.For(0, 100_000, i => histogram.Record(TimeSpan.FromMicroseconds(i % 1000)));
        Assert.Equal(100_000, histogram.Count);
    }
}
