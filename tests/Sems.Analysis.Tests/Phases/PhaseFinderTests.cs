using Sems.Analysis.Charging;
using Sems.Analysis.Phases;
using Sems.Simulator.Bikes;
using static Sems.Analysis.Phases.ChargePhase;

namespace Sems.Analysis.Tests.Phases;

/// <summary>Phases of made-up charges, of simulated bikes, and with noise.</summary>
public sealed class PhaseFinderTests
{
    /// <summary>A charge as pieces of so many minutes from one current to another, a reading every 10 s; a negative current is a gap.</summary>
    public static TheoryData<string, (int Minutes, double FromA, double ToA)[], ChargePhase[]> Made() => new()
    {
        { "nothing", [], [] },
        { "no current", [(30, 0.02, 0.02)], [Idle] },
        { "constant", [(60, 1.2, 1.2)], [ConstantCurrent] },
        { "a whole charge", [(120, 1, 1.05), (60, 1.05, 0.2), (60, 0.2, 0.1), (60, 0.1, 0.1), (30, 0.01, 0.01)], [ConstantCurrent, Taper, Trickle, ZeroCurrent] },
        { "interrupted", [(60, 1, 1), (20, 0, 0), (60, 1, 1)], [ConstantCurrent, Interrupted, ConstantCurrent] },
        { "late begin", [(10, 0, 0), (60, 1, 1)], [Idle, ConstantCurrent] },
        { "a gap", [(30, 1, 1), (20, -1, -1), (30, 1, 1)], [ConstantCurrent, ConstantCurrent] },
        { "a short dip", [(30, 1, 1), (1, 0.5, 0.5), (30, 1, 1)], [ConstantCurrent] },
        { "a short start", [(1, 0.3, 0.3), (30, 1, 1)], [ConstantCurrent] },
    };

    [Theory]
    [MemberData(nameof(Made))]
    public void A_charge_is_divided(string name, (int Minutes, double FromA, double ToA)[] pieces, ChargePhase[] phases)
    {
        var found = PhaseFinder.Find(Readings(pieces));
        Assert.True(phases.SequenceEqual(found.Select(p => p.Phase)), $"{name}: {string.Join(' ', found)}");
        MustBeInOrder(found);
    }

    [Theory]
    [InlineData(BatteryChemistry.LeadAcid, 0.2, new[] { ConstantCurrent, Taper, Trickle })]
    [InlineData(BatteryChemistry.LeadAcid, 0.6, new[] { ConstantCurrent, Taper, Trickle })]
    [InlineData(BatteryChemistry.Lithium, 0.2, new[] { ConstantCurrent, Taper, ZeroCurrent })]
    [InlineData(BatteryChemistry.Lithium, 0.7, new[] { ConstantCurrent, Taper, ZeroCurrent })]
    public void Bikes_go_through_the_phases_of_their_battery(BatteryChemistry chemistry, double charged, ChargePhase[] phases)
    {
        foreach (var pack in PackCatalog.All.Where(p => p.Chemistry == chemistry))
        {
            foreach (var noiseA in new[] { 0, 0.004 })
            {
                var (bike, random) = (new BikeCharge(pack, charged), new Random(7));
                var readings = new List<CurvePoint>();
                for (var i = 0; i < 12 * 360; i++)
                {
                    bike.Advance(10, switchedOn: true);
                    readings.Add(new CurvePoint(i * 10_000L, Math.Max(0, bike.CurrentA(220) + (noiseA * ((random.NextDouble() * 2) - 1)))));
                }

                var found = PhaseFinder.Find(readings);
                MustBeInOrder(found);
                var seen = found.Select(p => p.Phase).Where(p => phases.Contains(p) || p != Trickle).ToList(); // lithium may pass through trickle on its way
                Assert.True(phases.SequenceEqual(seen), $"{pack} {noiseA}: {string.Join(' ', found)}");
            }
        }
    }

    private static void MustBeInOrder(IReadOnlyList<PhaseSpan> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            Assert.True(spans[i].FromMs <= spans[i].ToMs);
            if (i > 0) Assert.True(spans[i - 1].ToMs <= spans[i].FromMs);
        }
    }

    private static List<CurvePoint> Readings((int Minutes, double FromA, double ToA)[] pieces)
    {
        var readings = new List<CurvePoint>();
        var at = 0L;
        foreach (var (minutes, from, to) in pieces)
        {
            var steps = minutes * 6;
            for (var i = 0; i < steps; i++, at += 10_000)
            {
                if (from >= 0) readings.Add(new CurvePoint(at, from + ((to - from) * i / steps)));
            }
        }

        return readings;
    }
}
