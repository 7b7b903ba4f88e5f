using Sems.Simulator.Bikes;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>Reads a meter: noise, then the resolution of its display (1 mA, 0.1 V, 0.1 W).</summary>
/// <param name="traits">The station's model and clock.</param>
/// <param name="random">The noise.</param>
public sealed class MeterReader(StationTraits traits, Random random)
{
    /// <summary>A fault's current, A: above what any rule lets pass, below what a fuse lets.</summary>
    private const double OverCurrentA = 13.6;

    private readonly MainsSupply _mains = new(traits.MainsV);

    /// <summary>Lets a session's bike charge until now and reads the meter.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="session">Its open session.</param>
    /// <param name="nowMs">Simulated time, Unix ms.</param>
    public Sample Read(Meter meter, ChargingSession session, long nowMs)
    {
        var before = session.Bike.EnergyKwh;
        session.Bike.Advance(Math.Max(0, nowMs - session.AdvancedToMs) / 1000.0, meter.IsOn);
        session.AdvancedToMs = nowMs;
        meter.Register.Add(session.Bike.EnergyKwh - before);

        var volts = _mains.VoltageV(nowMs) + (0.15 * random.Normal());
        session.Overloaded &= meter.IsOn; // what is cut off is over
        var current = session.Overloaded ? OverCurrentA : session.Bike.CurrentA(volts);
        var noisy = current <= 0 ? 0 : Math.Max(0, (current * (1 + (0.003 * random.Normal()))) + (0.001 * random.Normal()));
        return new Sample(
            StationTime(nowMs + traits.ClockOffsetMs),
            Math.Round((decimal)noisy, 3),
            meter.Register.Read(),
            traits.IsOld ? null : Math.Round((decimal)volts, 1),
            traits.IsOld ? null : Math.Round((decimal)(noisy * volts * session.Bike.Charger.PowerFactor), 1));
    }

    private decimal StationTime(long stationMs) => traits.IsOld ? Math.Round(stationMs / 1000m, 2) : Math.Floor(stationMs / 1000m);
}
