using Sems.Bench.Load;

namespace Sems.Bench.Tests;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Nothing_recorded_is_zero() => Assert.Equal(0, new LatencyHistogram().Percentile(0.5));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1_000)]
    [InlineData(123_456_789)]
    [InlineData(long.MaxValue)]
    public void A_bucket_is_at_most_one_part_in_64_wide(long value)
    {
        var histogram = new LatencyHistogram();
        histogram.Record(value);
        Assert.InRange(histogram.Percentile(0.5), value, value + (value / 64.0));
    }

    [Fact]
    public void Percentiles_are_those_of_the_values()
    {
        var histogram = new LatencyHistogram();
        for (var i = 1; i <= 10_000; i++) histogram.Record(i * 1_000L);
        Assert.InRange(histogram.Percentile(0.50), 5_000_000, 5_079_000);
        Assert.InRange(histogram.Percentile(0.99), 9_900_000, 10_055_000);
        Assert.InRange(histogram.Percentile(1), 10_000_000, 10_157_000);
    }

    [Fact]
    public void Histograms_add_up()
    {
        LatencyHistogram one = new(), other = new();
        one.Record(10);
        other.Record(20);
        one.Add(other);
        Assert.Equal((2L, 10L, 20L), (one.Count, one.Percentile(0.5), one.Percentile(1)));
    }
}
