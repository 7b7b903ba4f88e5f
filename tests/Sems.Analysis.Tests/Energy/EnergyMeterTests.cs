using System.Globalization;
using Sems.Analysis.Energy;

namespace Sems.Analysis.Tests.Energy;

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
    [InlineData("0.02 2.62 2.63", 10, 1)] // 2.6 kWh in ten seconds is no energy
    [InlineData("1 1 1 1", 0, 0)] // stuck
    [InlineData("1 1.1 1.2", 200, 0)] // coarse steps
    public void Sums_believable_forward_steps(string readings, double wh, int faults)
    {
        var meter = Run(readings);
        Assert.Equal(wh, meter.Wh, 6);
        Assert.Equal(faults, meter.Faults);
    }

    [Theory]
    [InlineData("5 0", 1, 0, 0)] // reset to zero
    [InlineData("0.07 0.0114", 1, 0, 0)]
    [InlineData("6.3 2.01", 1, 0, 0)]
    [InlineData("1.52 2.56", 0, 1, 0)]
    [InlineData("0.02 2.62", 0, 1, 0)]
    [InlineData("0 3", 0, 1, 0)]
    [InlineData("0.098 0.01", 0, 0, 1)] // a tenth, rounded
    [InlineData("0.015 1.52", 0, 0, 1)] // a hundredfold, and the energy of the step
    [InlineData("1.52 1520", 0, 0, 1)]
    [InlineData("5 0 7 0.7 0.71", 1, 1, 1)]
    public void Names_and_counts_each_fault(string readings, int backward, int jumps, int scales)
    {
        var meter = Run(readings);
        Assert.Equal((backward, jumps, scales), (meter.Backward, meter.Jumps, meter.Scales));
    }

    [Fact]
    public void A_silence_may_hide_a_larger_step()
    {
        var meter = default(EnergyMeter).Next(1, 0).Next(3, 3_600_000);
        Assert.Equal(2000, meter.Wh, 6);
        Assert.Equal(0, meter.Faults);
    }

    [Theory]
    [InlineData(0.015, 1.52, 405, 385, EnergyFault.Scale)] // 1.5 kWh in seven minutes at 385 W, hidden in a silence
    [InlineData(0.015, 1.30, 405, 385, EnergyFault.Jump)]
    [InlineData(1, 1.12, 405, 385, EnergyFault.None)]
    [InlineData(1, 3.2, 6 * 3600, 20, EnergyFault.None)] // the tail after a long silence says little of what was drawn before
    [InlineData(1, 5, 6 * 3600, 20, EnergyFault.Jump)]
    public void A_silence_hides_no_more_than_the_power_around_it(double before, double now, int seconds, double watts, EnergyFault fault) =>
        Assert.Equal(fault, default(EnergyMeter).Next(before, 0).Judge(now, seconds * 1000L, watts));

    [Fact]
    public void A_real_counter_changed_its_scale_twice_and_jumped_twice_and_went_backward_once()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var (meter, atMs, last) = (default(EnergyMeter), 0L, rows[0]);
        foreach (var row in rows.SkipLast(1)) // the last is the one before again
        {
            var seconds = row.Time - last.Time;
            if (seconds < 0 && seconds > -3600) continue; // late
            atMs += (long)(seconds < 0 ? 10 : seconds) * 1000;
            meter = meter.Next(row.Energy, atMs, Math.Max(row.CurrentA, last.CurrentA) * 220);
            last = row;
        }
        Assert.Equal((1, 2, 2), (meter.Backward, meter.Jumps, meter.Scales));
        Assert.InRange(meter.Wh, 2500, 3000);
    }
}
