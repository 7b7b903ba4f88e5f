using Sems.Analysis.Health;

namespace Sems.Analysis.Tests.Health;

/// <summary>Health of batteries nobody measured: what must hold for any of them.</summary>
public sealed class BatteryHealthEstimatorTests
{
    [Theory]
    [InlineData(2.0, 0.08, 1.5)]
    [InlineData(1.4, 0.20, 1.5)]
    [InlineData(1.8, 0.03, 0.5)]
    [InlineData(1.0, 0.40, 1.5)]
    public void Whole_charges_of_any_cell_are_counted(double capacityAh, double ohm, double chargeA)
    {
        var (cell, estimator) = (new MadeBattery(capacityAh, ohm, ohm / 2, chargeA), new BatteryHealthEstimator(2));
        HealthEstimate? last = null;
        for (var i = 0; i < 5; i++) last = estimator.Take(i, cell.Charge(0.03));
        Assert.InRange(last!.SohPercent, (50 * 0.95 * capacityAh) - 2.5, (50 * 0.97 * capacityAh) + 2);
        Assert.InRange(last.High - last.Low, 1, 8);
    }

    [Fact]
    public void A_first_charge_of_a_half_full_battery_is_no_battery_of_half_its_size()
    {
        var estimator = new BatteryHealthEstimator(2);
        var half = estimator.Take(0, new MadeBattery().Charge(0.6));
        Assert.True(half.High > 85, $"{half}");
        Assert.True(half.High - half.Low > 20, $"{half}");
        Assert.InRange(estimator.Take(1, new MadeBattery().Charge(0.03)).SohPercent, 90, 98);
    }

    [Fact]
    public void A_battery_that_comes_in_half_full_once_is_as_healthy_as_before()
    {
        var (cell, estimator) = (new MadeBattery(), new BatteryHealthEstimator(2));
        var before = Enumerable.Range(0, 6).Select(i => estimator.Take(i, cell.Charge(0.03))).Last();
        Assert.Equal(before.SohPercent, estimator.Take(6, cell.Charge(0.5)).SohPercent, 2.0);
        Assert.Equal(before.SohPercent, estimator.Take(7, cell.Charge(0.03)).SohPercent, 1.0);
    }

    [Fact]
    public void A_battery_that_lost_a_quarter_at_once_is_believed_after_a_few_charges()
    {
        var estimator = new BatteryHealthEstimator(2);
        for (var i = 0; i < 6; i++) estimator.Take(i, new MadeBattery().Charge(0.03));
        HealthEstimate? last = null;
        for (var i = 6; i < 11; i++) last = estimator.Take(i, new MadeBattery(1.5).Charge(0.03));
        Assert.InRange(last!.SohPercent, 66, 74);
    }

    /// <summary>Only differences of time matter: where a charge begins on its clock says nothing of what is missing.</summary>
    [Fact]
    public void The_clock_of_a_charge_tells_nothing()
    {
        var (a, b) = (new BatteryHealthEstimator(2), new BatteryHealthEstimator(2));
        for (var i = 0; i < 8; i++)
        {
            var part = new MadeBattery().Charge(0.03, 1000).Skip(40 * i).ToList();
            var moved = part.Select(r => r with { AtS = r.AtS - part[0].AtS }).ToList();
            Assert.Equal(a.Take(i, part).SohPercent, b.Take(i, moved).SohPercent, 6);
        }
    }

    public static TheoryData<string, List<BatteryReading>> Odd() => new()
    {
        { "nothing", [] },
        { "one reading", [new(0, 1.5, 4)] },
        { "no current", [.. Enumerable.Range(0, 500).Select(i => new BatteryReading(i * 10, 0, 4))] },
        { "discharge", [.. Enumerable.Range(0, 500).Select(i => new BatteryReading(i * 10, -2, 4 - (i * 0.002)))] },
        { "cut off at constant current", [.. new MadeBattery().Charge(0.03).Take(200)] },
        { "not numbers", [.. Enumerable.Range(0, 500).Select(i => new BatteryReading(i * 10, double.NaN, double.NaN, double.NaN))] },
        { "one moment", [.. Enumerable.Range(0, 500).Select(_ => new BatteryReading(5, 1.5, 4))] },
        { "only the taper", [.. new MadeBattery().Charge(0.03).SkipWhile(r => r.AtS < 4800)] },
        { "constant forever", [.. Enumerable.Range(0, 1500).Select(i => new BatteryReading(i * 10, 1.5, 4.2))] },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_tells_nothing_changes_little(string name, List<BatteryReading> readings)
    {
        var estimator = new BatteryHealthEstimator(2);
        MustBeSane(name, estimator.Take(0, readings));
        var before = Enumerable.Range(1, 5).Select(i => estimator.Take(i, new MadeBattery().Charge(0.03))).Last();
        var after = estimator.Take(6, readings);
        MustBeSane(name, after);
        Assert.Equal(before.SohPercent, after.SohPercent, 3.0);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-2, 1)]
    [InlineData(2, 0)]
    public void A_battery_of_no_size_is_refused(double ratedAh, int cells) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatteryHealthEstimator(ratedAh, cells));

    private static void MustBeSane(string name, HealthEstimate e) =>
        Assert.True(double.IsFinite(e.SohPercent) && e.Low >= 0 && e.Low <= e.SohPercent && e.SohPercent <= e.High && e.High < 300, $"{name}: {e}");
}
