using Sems.Storage.Curves;

namespace Sems.Storage.Tests.Curves;

public sealed class CurveOrderTests
{
    private static Sample At(double time, long atMs, SampleMarks marks = SampleMarks.None) => new(time, atMs, 1, 0, null, null, marks);

    private static IEnumerable<double> Order(params Sample[] samples) => CurveOrder.Of([.. samples]).Select(s => s.Time);

    [Fact]
    public void A_curve_in_order_is_left_alone()
    {
        List<Sample> samples = [At(1, 10), At(2, 20), At(3, 20)];
        Assert.Same(samples, CurveOrder.Of(samples));
    }

    [Fact]
    public void A_late_sample_comes_in_its_place() => Assert.Equal([1, 2, 3], Order(At(1, 10), At(3, 30), At(2, 20, SampleMarks.Late)));

    [Fact]
    public void A_burst_is_told_apart_by_the_stations_clock() =>
        Assert.Equal([314, 324, 334], Order(At(314, 1000), At(334, 1000), At(324, -9000, SampleMarks.Late)));

    [Fact]
    public void A_clock_that_leapt_stays_where_it_arrived() =>
        Assert.Equal([500, 510, 20, 520], Order(At(500, 1000), At(20, 3000, SampleMarks.ClockLeap), At(520, 4000), At(510, 2000, SampleMarks.Late)));
}
