using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Energy;
using Sems.Analysis.Features;
using Sems.Analysis.Phases;
using Sems.Simulator.Bikes;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>A battery with its charger and its rider, who come back to the same meter again and again. Nothing is wrong with any of them.</summary>
internal sealed class LabBattery
{
    private readonly BatteryPack _pack;
    private readonly LabMeter _meter;
    private readonly bool _batterySide;
    private readonly double _habit;

    /// <summary>One by chance.</summary>
    public LabBattery(Random random)
    {
        _pack = random.Pick(PackCatalog.All) with { StateOfHealth = random.Between(0.6, 1.05) };
        _meter = LabMeter.Any(random);
        _batterySide = random.Chance(0.15);
        _habit = random.Between(0.1, 0.65);
    }

    /// <summary>What its label says, Wh; a third of the riders never told.</summary>
    public double? RatedWh { get; private init; }

    /// <summary>One by chance, whose rider may have told what the label says.</summary>
    public static LabBattery Any(Random random)
    {
        var battery = new LabBattery(random);
        return random.Chance(0.67) ? new LabBattery(battery, battery._pack.NominalV * battery._pack.RatedAh) : battery;
    }

    private LabBattery(LabBattery other, double ratedWh) =>
        (_pack, _meter, _batterySide, _habit, RatedWh) = (other._pack, other._meter, other._batterySide, other._habit, ratedWh);

    /// <summary>What is usual of it, by so many of its charges.</summary>
    public ChargeUsual? History(Random random, int charges)
    {
        if (charges == 0) return RatedWh is null ? null : ChargeUsual.OfLabel(RatedWh);
        var features = new List<ChargeFeatures>(charges);
        for (var i = 0; i < charges; i++)
        {
            var points = CurveCleaning.Clean(Charge(random)).Points;
            features.Add(ChargeFeatures.Of(points, PhaseFinder.Find(points), EnergyWh(points)));
        }

        return UsualLearner.Learn(features, RatedWh);
    }

    /// <summary>A charge of it: from plugging in to taking the bike away.</summary>
    public List<CurvePoint> Charge(Random random)
    {
        var start = Math.Clamp(_habit + (0.15 * random.Normal()), 0.03, 0.9);
        var bike = new BikeCharge(_pack, start);
        var cold = random.Chance(0.2) ? random.Between(0.45, 1) : 1;
        var visit = new LabVisit(random, bike.Charger.SecondsToFull(start) / cold);
        var reader = new LabReader(_meter, _batterySide, random);
        while (!visit.IsOver)
        {
            var seconds = visit.Step();
            var flows = visit is { Plugged: true, Powered: true };
            var before = bike.EnergyKwh;
            var pace = bike.StateOfCharge >= bike.Charger.Knee ? cold : 1; // a cold battery takes its last part slowly
            bike.Advance(seconds * pace, flows);
            reader.Take(bike, visit, seconds, flows ? (bike.EnergyKwh - before) / pace : 0);
        }

        return LabFaults.Befall(reader.Points, random);
    }

    /// <summary>By the counter; by the power where it errs.</summary>
    private static double EnergyWh(IReadOnlyList<CurvePoint> points)
    {
        var (energy, drawn) = (default(EnergyMeter), 0d);
        for (var i = 1; i < points.Count; i++)
        {
            var watts = points[i].PowerW ?? DrawnPower.Of(null, points[i].CurrentA, points[i].VoltageV) * (ChargeSides.Of(points[i].VoltageV) == ChargeSide.Mains ? 0.6 : 1);
            drawn += watts * Math.Min(60, (points[i].AtMs - points[i - 1].AtMs) / 1000d) / 3600;
            if (points[i].CounterKwh is { } kwh) energy = energy.Next(kwh, points[i].AtMs, watts * 2);
        }

        return energy is { Faults: 0, Wh: > 0 } ? energy.Wh : drawn;
    }
}
