using Sems.Analysis.Charging;
using Sems.Analysis.Energy;

namespace Sems.Analysis.Online;

/// <summary>
/// A charge's energy while it goes on: the counter's steps that <see cref="EnergyMeter"/> believes, or where no counter is sent, power over time. Two numbers
/// and the last power; it changes in place.
/// </summary>
public struct OnlineEnergy
{
    /// <summary>s; of a longer silence only so much is counted.</summary>
    private const double LongestStepS = 300;

    private double _counterKwh;
    private float _wh, _watts;

    /// <summary>Wh so far.</summary>
    public readonly double Wh => _wh;

    /// <summary>Takes the next reading.</summary>
    /// <param name="point">The reading.</param>
    /// <param name="lastMs">When the one before it was, Unix ms; 0 for the first.</param>
    public void Take(in CurvePoint point, long lastMs)
    {
        var watts = (float)Watts(point);
        if (lastMs == 0) _counterKwh = point.CounterKwh ?? 0;
        else if (point.CounterKwh is not { } kwh) _wh += (float)((_watts + watts) / 2 * Math.Min(LongestStepS, (point.AtMs - lastMs) / 1000d) / 3600);
        else
        {
            var before = new EnergyMeter(_counterKwh, lastMs, 0, 0, 0, 0);
            if (before.Judge(kwh, point.AtMs, Math.Max(_watts, watts)) == EnergyFault.None) _wh += (float)((kwh - _counterKwh) * 1000);
            _counterKwh = kwh;
        }

        _watts = watts;
    }

    private static double Watts(in CurvePoint point) => point.VoltageV is { } volts && ChargeSides.Of(volts) == ChargeSide.Battery
        ? point.PowerW ?? (point.CurrentA * volts)
        : DrawnPower.Of(point.PowerW, point.CurrentA, point.VoltageV);
}
