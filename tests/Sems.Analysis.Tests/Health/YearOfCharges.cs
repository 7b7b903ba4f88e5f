using Sems.Analysis.Batteries;
using Sems.Analysis.Charging;
using Sems.Analysis.Features;
using Sems.Analysis.Health;
using Sems.Analysis.Phases;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Health;

/// <summary>
/// A year of a simulated bike that ages evenly: charged every few days from anywhere between a tenth and seven tenths, four times of five till full, by a
/// student who says what is left more or less well.
/// </summary>
internal sealed class YearOfCharges(BatteryPack pack, double newShare, double oldShare, double told, int seed)
{
    private const long StartMs = 1_700_000_000_000;
    private readonly Random _random = new(seed);

    /// <summary>The battery's label.</summary>
    public BatteryLabel Label { get; } =
        new(pack.Chemistry == BatteryChemistry.Lithium ? BatteryKind.Lithium : BatteryKind.LeadAcid, pack.NominalV, pack.RatedAh);

    /// <summary>Each charge with the battery's true health, percent, and what was said.</summary>
    public IEnumerable<(ChargeFeatures Charge, double Truth, double? Said)> Charges()
    {
        var bias = 0.04 * Normal();
        for (var day = 0d; day < 365; day += 1.5 + (3 * _random.NextDouble()))
        {
            var health = newShare + ((oldShare - newShare) * day / 365);
            var left = 0.1 + (0.6 * _random.NextDouble());
            var until = _random.NextDouble() < 0.8 ? 1.01 : left + ((1 - left) * _random.NextDouble());
            var said = _random.NextDouble() < told ? Math.Clamp(100 * (left + bias + (0.07 * Normal())), 0, 100) : (double?)null;
            yield return (Charge(pack with { StateOfHealth = health }, left, until, StartMs + (long)(day * 86_400_000)), 100 * health, said);
        }
    }

    /// <summary>What is known after each charge, with the truth.</summary>
    public IEnumerable<(VehicleHealthReading Reading, double Truth)> Readings()
    {
        var state = VehicleHealthState.Empty;
        foreach (var (charge, truth, said) in Charges())
        {
            state = VehicleHealth.Take(state, charge, Label, said);
            yield return (VehicleHealth.Read(state, charge.EndedMs), truth);
        }
    }

    private ChargeFeatures Charge(BatteryPack worn, double left, double until, long at)
    {
        var (bike, points, tail) = (new BikeCharge(worn, left), new List<CurvePoint>(), 0);
        for (var minute = 0; minute < 14 * 60 && bike.StateOfCharge < until && tail < 40; minute++)
        {
            bike.Advance(60, switchedOn: true);
            points.Add(new CurvePoint(at + (minute * 60_000L), Math.Max(0, bike.CurrentA(220) + (0.01 * Normal())), 220, Math.Round(bike.EnergyKwh, 3), bike.PowerW));
            if (bike.Charger.BatteryCurrentA(bike.StateOfCharge) <= bike.Charger.TailA) tail++;
        }
        return ChargeFeatures.Of(points, PhaseFinder.Find(points), bike.EnergyKwh * 1000);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
