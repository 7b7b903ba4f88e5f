using Sems.Analysis.Charging;
using Sems.Simulator.Bikes;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>Writes down what a meter says of a charge.</summary>
internal sealed class LabReader
{
    private const long BeginMs = 1_772_352_000_000;
    private const double LooseChance = 1 / 6000d;
    private readonly LabMeter _meter;
    private readonly bool _batterySide;
    private readonly Random _random;
    private readonly LabMains _mains;
    private readonly EnergyRegister _register;
    private double _ripple;

    /// <summary>Begins a charge.</summary>
    public LabReader(LabMeter meter, bool batterySide, Random random)
    {
        (_meter, _batterySide, _random) = (meter, batterySide, random);
        _mains = new LabMains(random);
        _register = new EnergyRegister(meter.Register, random);
        _register.BeginSession();
    }

    /// <summary>The readings.</summary>
    public List<CurvePoint> Points { get; } = [];

    /// <summary>Takes one.</summary>
    public void Take(BikeCharge bike, LabVisit visit, double seconds, double kwh)
    {
        _ripple += (-_ripple / 600 * seconds) + (Math.Sqrt(seconds / 300) * 0.006 * _random.Normal()); // a charger is no laboratory's source
        var volts = _mains.At(visit.T, seconds);
        var atMs = BeginMs + (long)(visit.T * 1000);
        if (_batterySide)
        {
            var flows = visit is { Plugged: true, Powered: true, OnBattery: true };
            var charging = flows ? bike.Charger.BatteryCurrentA(bike.StateOfCharge) * (1 + (_ripple / 3)) : 0;
            var battery = bike.Charger.BatteryVoltageV(bike.StateOfCharge) + (0.02 * _random.Normal());
            Points.Add(new CurvePoint(atMs, _meter.Read(charging, _random), Math.Round(battery, 2), Powered: visit.Powered));
            return;
        }

        var power = !visit.Plugged || !visit.Powered ? 0 : visit.OnBattery ? bike.PowerW * (1 + _ripple) : bike.Charger.StandbyW;
        var a = power / (volts * bike.Charger.PowerFactor);
        if (visit.Inrush) a *= _random.Between(1.5, 5);
        if (a > 0 && _random.Chance(LooseChance)) a *= _random.Between(0, 2); // one odd sample
        _register.Add(kwh);
        var read = _meter.Read(a, _random);
        Points.Add(new CurvePoint(
            atMs, read, _meter.SendsVoltage ? Math.Round(volts, 1) : null, (double)_register.Read(),
            _meter.SendsPower ? Math.Round(read * volts * bike.Charger.PowerFactor, 1) : null, visit.Powered));
    }
}
