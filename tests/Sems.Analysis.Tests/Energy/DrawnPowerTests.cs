using Sems.Analysis.Energy;

namespace Sems.Analysis.Tests.Energy;

public class DrawnPowerTests
{
    [Theory]
    [InlineData(300.0, 1.5, 230.0, 300)] // the meter tells it
    [InlineData(0.0, 1.5, 230.0, 0)]
    [InlineData(null, 1.5, 230.0, 345)]
    [InlineData(null, 1.5, null, 330)] // no voltage: the mains'
    [InlineData(null, 1.5, 0.0, 330)] // a voltage no mains has
    [InlineData(null, null, 230.0, 0)]
    public void Power_is_what_the_meter_tells_or_current_times_voltage(double? power, double? current, double? voltage, double expected) =>
        Assert.Equal(expected, DrawnPower.Of(power, current, voltage), 6);
}
