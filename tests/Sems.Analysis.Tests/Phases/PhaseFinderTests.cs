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
        var found = PhaseFinder.Find(MadeCurve.Of(pieces));
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
                var found = PhaseFinder.Find(MadeCurve.Bike(pack, charged, noiseA)[1..]);
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

    /// <summary>s at constant current, the time constant of its fall (s), A, V, and how far off the boundary may be.</summary>
    public static TheoryData<double, double, double, double, double> Cells() => new()
    {
        { 3000, 1500, 1.5, 4.2, 20 },
        { 3000, 1500, 0.3, 4.2, 20 },
        { 3000, 1500, 3, 54.6, 20 },
        { 3000, 1500, 1.5, 4.1, 20 },
        { 3000, 1500, 1.5, 4.3, 20 },
        { 60, 2500, 1.5, 4.2, 40 },
        { 100, 800, 1.5, 4.2, 30 },
        { 12_000, 6000, 2, 54.6, 60 },
        { 600, 400, 1.5, 4.2, 20 },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_boundary_depends_on_no_scale(double constantS, double tauS, double plateauA, double limitV, double offS)
    {
        foreach (var (name, change) in Changes)
        {
            var points = change(MadeCurve.Cell(constantS, tauS, plateauA, limitV));
            foreach (var withVoltage in new[] { true, false })
            {
                var found = PhaseFinder.Find(withVoltage ? points : [.. points.Select(p => p with { VoltageV = null })]);
                var text = $"{name} {withVoltage}: {string.Join(' ', found)}";
                Assert.True(new[] { Idle, ConstantCurrent, Taper, ZeroCurrent }.SequenceEqual(found.Select(p => p.Phase)), text);
                Assert.True(Math.Abs((found[2].FromMs / 1000d) - constantS) <= offS + (name == "every 30 s" ? 30 : 0), text);
            }
        }
    }

    private static readonly (string Name, Func<List<CurvePoint>, List<CurvePoint>> Change)[] Changes =
    [
        ("as it is", points => points),
        ("every 30 s", points => [.. points.Where((_, i) => i % 3 == 0)]),
        ("each tenth missing", points => [.. points.Where((_, i) => i % 10 != 7)]),
        ("repeats", points => [.. points.SelectMany((p, i) => i % 9 == 4 ? new[] { p, p } : [p])]),
        ("odd readings", points => [.. points.Select((p, i) => i % 53 == 31 ? p with { CurrentA = 4 * p.CurrentA } : i % 53 == 50 ? p with { CurrentA = 0 } : p)]),
        ("a spike at the plug", points => [.. points.Select((p, i) => i == 1 ? p with { CurrentA = 4 * p.CurrentA } : p)]),
    ];

    [Fact]
    public void A_charge_that_stops_early_has_no_taper()
    {
        var found = PhaseFinder.Find(MadeCurve.Cell(3000, 1500)[..250]);
        Assert.Equal([Idle, ConstantCurrent], found.Select(p => p.Phase));
    }

    [Fact]
    public void A_charge_that_stops_just_after_the_boundary_has_a_short_taper()
    {
        var found = PhaseFinder.Find(MadeCurve.Cell(3000, 1500)[..318]);
        Assert.Equal([Idle, ConstantCurrent, Taper], found.Select(p => p.Phase));
        Assert.InRange(found[2].FromMs, 2_970_000, 3_060_000);
    }

    [Fact]
    public void A_current_that_steps_to_a_charger_s_own_is_none()
    {
        var found = PhaseFinder.Find(MadeCurve.Of((60, 1, 1), (30, 1, 0.2), (60, 0.03, 0.03)));
        Assert.Equal([ConstantCurrent, Taper, ZeroCurrent], found.Select(p => p.Phase));
    }
}
