using Sems.Analysis.Charging;

namespace Sems.Analysis.Tests;

public sealed class DownsamplingTests
{
    private static IReadOnlyList<(double X, double Y)> Thin(IReadOnlyList<(double X, double Y)> points, int most) =>
        Downsampling.LargestTriangles(points, most, p => p.X, p => p.Y);

    private static List<(double X, double Y)> Flat(int count) => [.. Enumerable.Range(0, count).Select(i => ((double)i, 1d))];

    [Fact]
    public void A_short_curve_is_left_alone() => Assert.Equal(5, Thin(Flat(5), 5).Count);

    [Theory]
    [InlineData(1000, 3)]
    [InlineData(1000, 100)]
    [InlineData(1001, 1000)]
    public void Keeps_exactly_as_many_in_order_with_both_ends(int count, int most)
    {
        var thin = Thin(Flat(count), most);
        Assert.Equal(most, thin.Count);
        Assert.Equal(0, thin[0].X);
        Assert.Equal(count - 1, thin[^1].X);
        Assert.Equal(thin.Select(p => p.X).Distinct().Order(), thin.Select(p => p.X));
    }

    [Fact]
    public void A_spike_survives()
    {
        var points = Flat(1000);
        points[437] = (437, 9);
        Assert.Contains((437d, 9d), Thin(points, 20));
    }

    [Fact]
    public void Fewer_than_three_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Thin(Flat(10), 2));
}
