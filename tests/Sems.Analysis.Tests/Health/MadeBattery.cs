using Sems.Analysis.Health;

namespace Sems.Analysis.Tests.Health;

/// <summary>
/// A cell nobody measured: an open-circuit curve, a resistance, a slower polarisation; charged at constant current to 4.2 V and then down to 20 mA.
/// </summary>
internal sealed record MadeBattery(double CapacityAh = 2, double Ohm = 0.08, double SlowOhm = 0.05, double ChargeA = 1.5)
{
    /// <summary>The charge from a state of charge on.</summary>
    public List<BatteryReading> Charge(double from, double startS = 0)
    {
        const double StepS = 10;
        var (state, slow, at, current) = (from, 0d, startS, 0d);
        var readings = new List<BatteryReading> { new(at, 0, Open(state)) };
        while (current == 0 || current > 0.02)
        {
            current = Math.Min(ChargeA, (4.2 - Open(state) - slow) / Ohm);
            at += StepS;
            readings.Add(new BatteryReading(at, Math.Max(0, current), Open(state) + slow + (current * Ohm)));
            state += current * StepS / 3600 / CapacityAh;
            slow += StepS / 600 * ((current * SlowOhm) - slow);
        }
        for (var i = 1; i < 20; i++) readings.Add(new BatteryReading(at + (i * StepS), 0, Open(state) + slow));
        return readings;
    }

    /// <summary>The form of M. Chen and G. A. Rincón-Mora (IEEE Trans. Energy Conversion 21 (2006) 504), stretched to 4.2 V.</summary>
    private static double Open(double s) => (-1.031 * Math.Exp(-35 * s)) + 3.685 + (0.3056 * s) - (0.1178 * s * s) + (0.3201 * s * s * s);
}
