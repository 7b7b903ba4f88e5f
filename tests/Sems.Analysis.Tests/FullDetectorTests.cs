using System.Globalization;
using Sems.Analysis.Charging;

namespace Sems.Analysis.Tests;

public sealed class FullDetectorTests
{
    private static FullDetector Run(params double[] amperes) =>
        amperes.Aggregate(default(FullDetector), (detector, a) => detector.Next(a, FullRule.Default));

    [Theory]
    [InlineData("1 1 1 1 1 .1 .1 .1 .1 .1", true)]
    [InlineData("1 1 1 1 1 .1 .1 .1 .1", false)]
    [InlineData("1 1 1 1 .1 .1 .1 .1 .1 .1", false)]
    [InlineData("1 1 1 1 1 .1 .1 .1 .1 .3 .1 .1 .1 .1", false)]
    [InlineData("1 1 1 1 1 .1 .1 .4 .1 .1 .1 .1 .1", true)]
    [InlineData(".5 .5 .5 .5 .5 .5 0 0 0 0 0", false)]
    [InlineData("1 .1 1 .1 1 .1 1 .1 1 .1 .1 .1 .1 .1", true)]
    public void Fires_after_five_charging_samples_and_five_tail_samples_in_a_row(string amperes, bool full) =>
        Assert.Equal(full, Run([.. amperes.Split(' ').Select(a => double.Parse(a, CultureInfo.InvariantCulture))]).IsFull);

    [Fact]
    public void Stays_full_once_full() => Assert.True(Run(1, 1, 1, 1, 1, .1, .1, .1, .1, .1, 2, 2, 2).IsFull);

    [Fact]
    public void A_pause_breaks_the_row()
    {
        var before = Run(1, 1, 1, 1, 1, .1, .1, .1, .1);
        Assert.False(before.Interrupted().Next(.1, FullRule.Default).IsFull);
        Assert.True(before.Next(.1, FullRule.Default).Interrupted().IsFull);
    }

    [Fact]
    public void A_real_overnight_charge_is_full_30768_seconds_after_its_first_sample()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var detector = default(FullDetector);
        var full = rows.First(row => (detector = detector.Next(row.CurrentA, FullRule.Default)).IsFull);
        Assert.Equal(30_768, full.Time - rows[0].Time);
    }
}
