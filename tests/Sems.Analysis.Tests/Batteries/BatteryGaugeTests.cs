using Sems.Analysis.Batteries;
using Sems.Analysis.Charging;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Batteries;

/// <summary>What the gauge shows by a table, over simulated charges whose truth is known, and over a recorded one.</summary>
public sealed class BatteryGaugeTests
{
    /// <summary>Points the gauge may be ahead of the truth: by what a small battery still lacks when its current is low enough to count as full.</summary>
    private const double Ahead = 6;

    /// <summary>Points it may move between two readings, 10 s apart.</summary>
    private const double Step = 1.01;

    private const double TailA = 0.3;
    private static readonly BatteryLabel LeadAcid = new(BatteryKind.LeadAcid, 48, 20);
    private static readonly BatteryLabel Lithium = new(BatteryKind.Lithium, 48, 20);
    private static readonly BatteryLabel NoCapacity = new(BatteryKind.LeadAcid, 48, null);
    private static readonly TaperSpan Begun = new(0, 500, 0.85, 0, 0.85, null);

    /// <summary>A course with a constant current of 2 A, so that the tail is at a share of 0.15.</summary>
    private static ChargeCourse Course(double wh, params TaperSpan[] tapers) => new(wh, 2, 200, tapers);

    public static TheoryData<string, ChargeCourse, BatteryLabel, double?, bool, double?, GaugeBasis> Readings() => new()
    {
        { "nothing known", ChargeCourse.None, BatteryLabel.Unknown, null, false, null, GaugeBasis.None },
        { "energy alone", Course(300), LeadAcid, null, false, null, GaugeBasis.None },
        { "said, no capacity", Course(300), NoCapacity, 20d, false, null, GaugeBasis.None },
        { "said, nothing charged", ChargeCourse.None, LeadAcid, 20d, false, 20, GaugeBasis.Said },
        { "said and charged, lead-acid", Course(300), LeadAcid, 20d, false, 20 + (300 * 65d / 960), GaugeBasis.Said },
        { "said and charged, lithium", Course(300), Lithium, 20d, false, 20 + (300 * 78d / 960), GaugeBasis.Said },
        { "charged to the ceiling", Course(2000), LeadAcid, 20d, false, 90, GaugeBasis.Said },
        { "said more than the ceiling", Course(2000), LeadAcid, 95d, false, 95, GaugeBasis.Said },
        { "said full", Course(2000), LeadAcid, 100d, false, 99, GaugeBasis.Said },
        { "the fall begins", Course(500, Begun), LeadAcid, null, false, 83, GaugeBasis.Curve },
        { "the fall begins, lithium", Course(500, Begun), Lithium, null, false, 91.5, GaugeBasis.Curve },
        { "the fall begins, no capacity", Course(500, Begun), NoCapacity, 20d, false, 83, GaugeBasis.Curve },
        { "half fallen", Course(550, Begun with { LowestShare = 0.5 }), LeadAcid, null, false, 91.5, GaugeBasis.Curve },
        { "half fallen, said", Course(550, Begun with { LowestShare = 0.5 }), LeadAcid, 40d, false, 100 - ((60 - (500 * 65d / 960)) / 2), GaugeBasis.Curve },
        { "fallen to the tail", Course(600, Begun with { LowestShare = 0.15 }), LeadAcid, null, false, 99, GaugeBasis.Curve },
        { "fallen, then constant again", Course(700, Begun with { LowestShare = 0.5, EndWh = 550 }), LeadAcid, null, false, 91.5, GaugeBasis.Curve },
        { "full", Course(600), LeadAcid, null, true, 100, GaugeBasis.Full },
        { "full, nothing known", ChargeCourse.None, BatteryLabel.Unknown, null, true, 100, GaugeBasis.Full },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void The_gauge_shows(string name, ChargeCourse course, BatteryLabel label, double? left, bool full, double? percent, GaugeBasis basis)
    {
        var read = BatteryGauge.Read(course, label, left, full, powered: true, TailA);
        Assert.True(basis == read.Basis, name);
        if (percent is { } wanted) Assert.Equal(wanted, read.Percent!.Value, 6);
        else Assert.Null(read.Percent);
        Assert.Equal(percent is null, read.Uncertainty is null);
    }

    public static TheoryData<string, ChargeCourse, BatteryLabel, double?, bool, double?> Times() => new()
    {
        { "nothing known", ChargeCourse.None, BatteryLabel.Unknown, null, true, null },
        { "nothing said", Course(300), LeadAcid, null, true, null },
        // 130 W of 960 Wh: 60 % in 15,951 s, and a fall of τ = 5,317 s to a share of 0.15.
        { "constant current", Course(0), LeadAcid, 20d, true, (0.6 * 960 * 3600 / 130) + (0.2 * 960 * 3600 / 130 * Math.Log(1 / 0.15)) },
        { "switched off", Course(0), LeadAcid, 20d, false, null },
        { "the fall begins, capacity known", Course(500, Begun), LeadAcid, null, true, 0.2 * 960 * 3600 / 130 * Math.Log(0.85 / 0.15) },
        { "the fall begins, no capacity", Course(500, Begun), NoCapacity, null, true, null },
        { "the fall measured", Course(500, Begun with { LowestMs = 3_600_000, LowestShare = 0.425 }), NoCapacity, null, true, 3600 / Math.Log(2) * Math.Log(0.425 / 0.15) },
        { "at the tail", Course(500, Begun with { LowestMs = 3_600_000, LowestShare = 0.15 }), NoCapacity, null, true, 60 },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void It_tells_the_time_to_full(string name, ChargeCourse course, BatteryLabel label, double? left, bool powered, double? seconds)
    {
        var read = BatteryGauge.Read(course, label, left, isFull: false, powered, TailA).SecondsToFull;
        Assert.True(seconds is null ? read is null : Math.Abs(read!.Value - seconds.Value) < 1, $"{name}: {read}");
    }

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.3, 1)]
    [InlineData(0.6, 1)]
    [InlineData(0.85, 1)]
    [InlineData(0.2, 0.7)]
    public void It_never_jumps_nor_runs_ahead_of_a_simulated_battery(double begin, double health)
    {
        foreach (var pack in PackCatalog.All.Select(p => p with { StateOfHealth = health }))
        {
            foreach (var (left, kind) in new (double?, BatteryKind)[] { (begin * 100, Kind(pack)), (null, Kind(pack)), (null, BatteryKind.Unknown), (begin * 100, BatteryKind.Unknown) })
            {
                var (shown, worst) = (0d, 0d);
                double? before = null;
                foreach (var (read, truth) in Simulated(pack, begin, new BatteryLabel(kind, pack.NominalV, pack.RatedAh), left))
                {
                    var at = $"{pack} from {begin} said {left} of {kind}: {read} of {truth * 100:0.0}, before {before}";
                    if (read.Percent is not { } percent) continue;
                    Assert.True(percent <= (truth * 100) + Ahead, at);
                    Assert.True(before is null || (percent >= before - 1e-9 && percent <= before + Step), at);
                    (before, shown, worst) = (percent, percent, Math.Max(worst, percent - (truth * 100)));
                }
                Assert.True(shown == 100, $"{pack} from {begin} said {left}: ends at {shown}, {worst:0.0} ahead at most");
            }
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void The_time_to_full_is_about_right(double begin)
    {
        foreach (var pack in PackCatalog.All)
        {
            var told = new List<double?>();
            foreach (var (read, _) in Simulated(pack, begin, new BatteryLabel(Kind(pack), pack.NominalV, pack.RatedAh), begin * 100))
            {
                told.Add(read.SecondsToFull);
                if (read.Basis == GaugeBasis.Full) break;
            }
            var took = told.Count * 10d;
            foreach (var part in new[] { 0.1, 0.5, 0.9 })
            {
                var index = (int)(told.Count * part);
                var left = took - (index * 10);
                Assert.True(told[index] is { } seconds && Math.Abs(seconds - left) < 900 + (0.35 * left), $"{pack} from {begin} at {part}: {told[index]} of {left}");
            }
        }
    }

    [Fact]
    public void A_pause_or_a_pulled_plug_is_no_sign_of_a_full_battery()
    {
        var tracker = new ChargeTracker();
        var at = 0L;
        void Take(int minutes, double currentA, bool powered)
        {
            for (var i = 0; i < minutes * 6; i++, at += 10_000) tracker.Take(new MeterReading(at, currentA, 0, null, null, powered));
        }
        Take(60, 1, true);
        Take(30, 0, false);
        Take(30, 1, true);
        Take(30, 0, true);
        Take(1, 0.5, true);
        Take(30, 1, true);
        Assert.Empty(tracker.Course.Tapers);
        Take(30, 0.5, true);
        Assert.Equal(0.5, Assert.Single(tracker.Course.Tapers).LowestShare);
        Assert.True(tracker.Course.IsTapering);
        Take(30, 1, true);
        Assert.False(tracker.Course.IsTapering);
    }

    [Fact]
    public void A_recorded_charge_fills_without_a_jump()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var (tracker, detector) = (new ChargeTracker(), default(FullDetector));
        var shown = new List<double>();
        foreach (var row in rows.Where(r => r.Time >= rows[0].Time))
        {
            tracker.Take(new MeterReading((long)(row.Time * 1000), row.CurrentA, row.Energy, null, null, Powered: true));
            detector = detector.Next(row.CurrentA, FullRule.Default);
            if (BatteryGauge.Read(tracker.Course, BatteryLabel.Unknown, null, detector.IsFull, powered: true, TailA).Percent is { } percent) shown.Add(percent);
        }
        Assert.Equal(100, shown[^1]);
        Assert.InRange(shown[0], 80, 90);
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 5));
    }

    private static BatteryKind Kind(BatteryPack pack) => pack.Chemistry == BatteryChemistry.LeadAcid ? BatteryKind.LeadAcid : BatteryKind.Lithium;

    /// <summary>A simulated charge: what the gauge shows every 10 s, and the truth, until it has been full for a while.</summary>
    private static IEnumerable<(GaugeReading Read, double Truth)> Simulated(BatteryPack pack, double begin, BatteryLabel label, double? left)
    {
        var (bike, tracker, detector) = (new BikeCharge(pack, begin), new ChargeTracker(), default(FullDetector));
        for (var i = 0; i < 16 * 360; i++)
        {
            bike.Advance(10, switchedOn: true);
            var currentA = bike.CurrentA(220);
            tracker.Take(new MeterReading(i * 10_000L, currentA, Math.Round(bike.EnergyKwh, 3), 220, null, Powered: true));
            detector = detector.Next(currentA, FullRule.Default);
            yield return (BatteryGauge.Read(tracker.Course, label, left, detector.IsFull, powered: true, TailA), bike.StateOfCharge);
        }
    }
}
