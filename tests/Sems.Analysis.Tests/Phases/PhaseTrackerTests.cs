using Sems.Analysis.Charging;
using Sems.Analysis.Phases;
using Sems.Simulator.Bikes;
using static Sems.Analysis.Phases.ChargePhase;

namespace Sems.Analysis.Tests.Phases;

/// <summary>Phases as they are told while a charge goes on.</summary>
public sealed class PhaseTrackerTests
{
    public static TheoryData<string, (int Minutes, double FromA, double ToA)[], ChargePhase[]> Made() => new()
    {
        { "nothing", [], [] },
        { "no current", [(30, 0.02, 0.02)], [Idle] },
        { "constant", [(60, 1.2, 1.2)], [ConstantCurrent] },
        { "a whole charge", [(120, 1, 1.05), (60, 1.05, 0.2), (60, 0.2, 0.1), (60, 0.1, 0.1), (30, 0.01, 0.01)], [ConstantCurrent, Taper, Trickle, ZeroCurrent] },
        { "interrupted", [(60, 1, 1), (20, 0, 0), (60, 1, 1)], [ConstantCurrent, Interrupted, ConstantCurrent] },
        { "pulled out in the taper", [(60, 1, 1), (30, 1, 0.6), (20, 0, 0), (30, 0.6, 0.3)], [ConstantCurrent, Taper, Interrupted, Taper] },
        { "a late begin", [(10, 0, 0), (60, 1, 1)], [Idle, ConstantCurrent] },
        { "a gap", [(30, 1, 1), (20, -1, -1), (30, 1, 1)], [ConstantCurrent] },
        { "a short dip", [(30, 1, 1), (1, 0.5, 0.5), (30, 1, 1)], [ConstantCurrent] },
        { "a slow rise of the mains", [(60, 1, 1), (60, 1, 0.95), (60, 0.95, 1)], [ConstantCurrent] },
        { "two steps", [(60, 1, 1), (60, 0.7, 0.7)], [ConstantCurrent, Taper, ConstantCurrent] },
    };

    [Theory]
    [MemberData(nameof(Made))]
    public void A_charge_is_followed(string name, (int Minutes, double FromA, double ToA)[] pieces, ChargePhase[] phases)
    {
        var told = Told(MadeCurve.Of(pieces));
        Assert.True(phases.SequenceEqual(told), $"{name}: {string.Join(' ', told)}");
    }

    [Theory]
    [InlineData(BatteryChemistry.LeadAcid, new[] { Idle, ConstantCurrent, Taper, Trickle })]
    [InlineData(BatteryChemistry.Lithium, new[] { Idle, ConstantCurrent, Taper, ZeroCurrent })]
    public void Bikes_are_followed_without_going_back(BatteryChemistry chemistry, ChargePhase[] phases)
    {
        foreach (var pack in PackCatalog.All.Where(p => p.Chemistry == chemistry))
        {
            foreach (var charged in new[] { 0.2, 0.6 })
            {
                var told = Told(MadeCurve.Bike(pack, charged, 0.004));
                Assert.True(phases.SequenceEqual(told), $"{pack} {charged}: {string.Join(' ', told)}");
            }
        }
    }

    [Fact]
    public void An_open_charge_costs_few_bytes_and_a_reading_none() => OnlineCost.MustBeSmall<PhaseTracker>(40, static (ref PhaseTracker t, in CurvePoint p) => t.Take(p));

    [Fact]
    public void A_phase_that_lasts_is_surer()
    {
        var tracker = new PhaseTracker();
        tracker.Take(new CurvePoint(1, 0));
        tracker.Take(new CurvePoint(10_000, 1));
        var first = tracker.Confidence;
        for (var i = 2; i < 100; i++) tracker.Take(new CurvePoint(i * 10_000L, 1));
        Assert.InRange(first, 0.4, 0.6);
        Assert.InRange(tracker.Confidence, 0.9, 1);
        Assert.InRange(tracker.SinceMs, 9_000, 11_000);
    }

    [Fact]
    public void What_is_no_number_or_came_before_is_left_out()
    {
        var tracker = new PhaseTracker();
        for (var i = 1; i < 30; i++) tracker.Take(new CurvePoint(i * 10_000L, 1));
        var before = tracker;
        tracker.Take(new CurvePoint(290_000, 5));
        tracker.Take(new CurvePoint(100_000, 0));
        tracker.Take(new CurvePoint(300_000, double.NaN));
        Assert.Equal(before, tracker);
    }

    private static List<ChargePhase> Told(IEnumerable<CurvePoint> points)
    {
        var tracker = new PhaseTracker();
        var told = new List<ChargePhase>();
        foreach (var point in points)
        {
            tracker.Take(point);
            if (told.Count == 0 || told[^1] != tracker.Phase) told.Add(tracker.Phase);
        }

        return told;
    }
}
