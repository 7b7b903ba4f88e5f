using Sems.Analysis.Charging;

namespace Sems.Analysis.Tests;

public class CurveGapsTests
{
    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new double[] { 10 }, new double[0])]
    [InlineData(new double[] { 10, 20, 80 }, new double[0])] // 60 s is not longer than 60 s
    [InlineData(new double[] { 10, 20, 80.5, 90, 200 }, new[] { 20, 80.5, 90, 200 })]
    public void Samples_more_than_a_minute_apart_have_a_gap_between_them(double[] times, double[] expected) =>
        Assert.Equal(expected, CurveGaps.Find(times, t => t).SelectMany(gap => new[] { gap.From, gap.To }));
}
