using System.Globalization;
using Sems.Analysis.Energy;

namespace Sems.Analysis.Tests;

public sealed class EnergyMeterTests
{
    private static EnergyMeter Run(string readings) => readings
        .Split(' ')
        .Select((kwh, i) => (Kwh: double.Parse(kwh, CultureInfo.InvariantCulture), AtMs: i * 10_000L))
        .Aggregate(default(EnergyMeter), (meter, reading) => meter.Next(reading.Kwh, reading.AtMs));

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("0 0.001 0.002", 2, 0)]
    [InlineData("8123.4 8123.401 8123.403", 3, 0)] // a lifetime register
    [InlineData("5 5.01 0 0.01", 20, 1)] // reset to zero
    [InlineData("0.07 0.0114 0.0124", 1, 1)] // backward jump
    [InlineData("0.02 2.62 2.63", 10, 1)] // change of scale: 2.6 kWh in ten seconds is no energy
    [InlineData("1 1 1 1", 0, 0)] // stuck
    [InlineData("1 1.1 1.2", 200, 0)] // coarse steps
    public void Sums_believable_forward_steps(string readings, double wh, int faults)
    {
        var meter = Run(readings);
        Assert.Equal(wh, meter.Wh, 6);
        Assert.Equal(faults, meter.Faults);
    }

    [Fact]
    public void A_silence_may_hide_a_larger_step()
    {
        var meter = default(EnergyMeter).Next(1, 0).Next(3, 3_600_000);
        Assert.Equal(2000, meter.Wh, 6);
        Assert.Equal(0, meter.Faults);
    }
}
