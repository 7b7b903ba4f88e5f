using Sems.Analysis.Latency;

namespace Sems.Analysis.Tests.Latency;

public sealed class LatencyHistogramTests
{
    public static TheoryData<int, long> Values
    {
        get
        {
            var data = new TheoryData<int, long>();
            foreach (var bits in (int[])[1, 4, 6])
            {
                foreach (var value in (long[])[0, 1, 15, 16, 31, 32, 127, 128, 1_000, 123_456_789, long.MaxValue]) data.Add(bits, value);
            }
            return data;
        }
    }

    [Fact]
    public void Nothing_recorded_is_zero() => Assert.Equal((0, 0), (new LatencyHistogram().Percentile(0.5), new LatencyHistogram().Count));

    [Theory]
    [MemberData(nameof(Values))]
    public void A_percentile_is_at_most_a_buckets_width_above_the_truth(int bits, long value)
    {
        var histogram = new LatencyHistogram(bits);
        histogram.Record(value);
        Assert.InRange(histogram.Percentile(0.5), value, value + (value / Math.Pow(2, bits)));
    }

    [Theory]
    [InlineData(0.50)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    [InlineData(1.00)]
    public void Percentiles_are_those_of_the_values(double share)
    {
        var histogram = new LatencyHistogram();
        for (var i = 1; i <= 10_000; i++) histogram.Record(TimeSpan.FromMicroseconds(i));
        Assert.InRange(histogram.Percentile(share), share * 10_000_000, share * 10_000_000 * 65 / 64);
        Assert.Equal(10_000, histogram.Count);
    }

    [Fact]
    public void One_slow_answer_in_a_hundred_and_one_shows_at_the_top_only()
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < 200; i++) histogram.Record(TimeSpan.FromMilliseconds(1));
        histogram.Record(TimeSpan.FromSeconds(20));
        Assert.InRange(histogram.Percentile(0.99) / 1e6, 1, 1.016);
        Assert.InRange(histogram.Percentile(1) / 1e9, 20, 20.32);
    }

    [Fact]
    public void Extremes_are_counted_and_not_lost()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromTicks(-5));
        histogram.Record(TimeSpan.MaxValue);
        Assert.Equal((2, 0), (histogram.Count, histogram.Percentile(0)));
        Assert.True(histogram.Percentile(1) > TimeSpan.FromDays(30).TotalNanoseconds);
    }

    [Fact]
    public void Beyond_the_range_the_longest_bucket_counts()
    {
        var histogram = new LatencyHistogram(bits: 4, range: 37);
        histogram.Record(long.MaxValue);
        histogram.Record((1L << 37) - 1);
        Assert.Equal(2, histogram[histogram.Buckets - 1]);
        Assert.Equal((1L << 37) - 1, histogram.Percentile(1));
    }

    [Fact]
    public void Histograms_add_up_and_those_of_other_buckets_do_not()
    {
        LatencyHistogram one = new(), other = new();
        one.Record(10);
        other.Record(20);
        one.Add(other);
        Assert.Equal((2L, 10L, 20L), (one.Count, one.Percentile(0.5), one.Percentile(1)));
        Assert.Throws<ArgumentException>(() => one.Add(new LatencyHistogram(bits: 4)));
    }

    [Fact]
    public void Recording_from_many_threads_loses_nothing()
    {
        var histogram = new LatencyHistogram();
        Parallel.For(0, 100_000, i => histogram.Record(i % 1000));
        Assert.Equal(100_000, histogram.Count);
    }
}
