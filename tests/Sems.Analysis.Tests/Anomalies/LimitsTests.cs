using Sems.Analysis.Anomalies;

namespace Sems.Analysis.Tests.Anomalies;

public sealed class LimitsTests
{
    [Theory]
    [InlineData(9.99, false)]
    [InlineData(10, false)]
    [InlineData(10.01, true)]
    public void Over_current_is_above_the_limit(double amperes, bool wrong) => Assert.Equal(wrong, Limits.OverCurrent(amperes, 10));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(0d, null, null)] // no reading
    [InlineData(0.4, null, null)]
    [InlineData(186.9, false, true)]
    [InlineData(187d, false, false)]
    [InlineData(230d, false, false)]
    [InlineData(253d, false, false)]
    [InlineData(253.1, true, false)]
    public void Voltage_has_two_limits(double? volts, bool? over, bool? under)
    {
        Assert.Equal(over, Limits.OverVoltage(volts, 253));
        Assert.Equal(under, Limits.UnderVoltage(volts, 187));
    }

    [Theory]
    [InlineData(2000d, 1, 220d, false)]
    [InlineData(2000.1, 1, 220d, true)] // what was measured goes before what can be computed
    [InlineData(null, 9, 220d, false)]
    [InlineData(null, 9.1, 220d, true)]
    [InlineData(null, 9.1, null, null)]
    [InlineData(null, 9.1, 0d, null)]
    public void Power_is_measured_or_computed(double? watts, double amperes, double? volts, bool? wrong) =>
        Assert.Equal(wrong, Limits.OverPower(watts, amperes, volts, 2000));

    [Theory]
    [InlineData(0.29, true, false)]
    [InlineData(0.3, true, true)]
    [InlineData(5, false, false)]
    public void Stray_current_flows_though_the_switch_is_open(double amperes, bool off, bool wrong) =>
        Assert.Equal(wrong, Limits.StrayCurrent(amperes, off, 0.3));
}
