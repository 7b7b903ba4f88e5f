using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>Faults of the current while it should be constant.</summary>
internal static class CurrentInjections
{
    private const double Low = 0.88;
    private const double High = 1.12;
    private const int Settled = 70;
    private const double PlainStep = 0.15;
    private const double CreepShare = 0.25;
    private const double CreepShareBlind = 0.40;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Injection> All { get; } =
    [
        new("over-current", FindingKind.OverCurrent, "A", [10.5, 13, 20], OverCurrent),
        new("surge", FindingKind.OverCurrent, "x plateau", [1.35, 1.6, 2.5], Surge),
        new("current creep", FindingKind.CurrentCreep, "x plateau", [1.35, 1.6, 2.2], Creep),
        new("oscillation", FindingKind.Oscillation, "cut share", [0.2, 0.45, 1], Oscillation),
        new("chatter", FindingKind.Oscillation, "missing share", [0.2, 0.35, 0.5], Chatter),
        new("repeated spikes", FindingKind.RepeatedSpikes, "x plateau", [1.4, 2, 4], Spikes),
        new("cut without taper", FindingKind.NoTaper, "standby A", [0.01, 0.02, 0.035], Cut),
        new("other charger", FindingKind.UnlikeUsual, "x usual", [1.5, 1.8, 2.5], OtherCharger),
    ];

    private static InjectedCurve? OverCurrent(LabCurve curve, double a, Random random)
    {
        var at = curve.Side == ChargeSide.Mains ? curve.Place(random, 6, 12, 0.2, 1.3) : -1;
        return at < 0 ? null : Changed(curve, at, 18, (p, _) => Injection.With(p, a * (1 + (0.01 * random.Normal()))));
    }

    private static InjectedCurve? Surge(LabCurve curve, double factor, Random random)
    {
        var at = curve.Place(random, Settled, 30, Low, High);
        return at < 0 || curve.PlateauA * (factor - 1) < PlainStep ? null : Changed(curve, at, 30, (p, _) => Injection.Times(p, factor));
    }

    /// <summary>The level rises evenly in 20 to 60 minutes and stays there.</summary>
    private static InjectedCurve? Creep(LabCurve curve, double factor, Random random)
    {
        var ramp = random.Next(120, 360);
        var at = curve.Place(random, 30, ramp + 30, Low, High);
        if (at < 30) return null;
        var plain = 1 + (curve.Points[at].VoltageV is null ? CreepShareBlind : CreepShare);
        var changed = Changed(curve, at, ramp + 30, (p, i) => Injection.Times(p, 1 + ((factor - 1) * Math.Min(1, i / (double)ramp))));
        var visible = Math.Min(ramp - 1, (int)Math.Ceiling(ramp * (plain - 1) / (factor - 1)));
        return changed with { ObservableMs = curve.Points[at + visible].AtMs };
    }

    /// <summary>Ten to sixty seconds on, as long half off; it is plain with the second swing.</summary>
    private static InjectedCurve? Oscillation(LabCurve curve, double cut, Random random)
    {
        var (half, before) = (random.Next(1, 7), random.Next(20, 60));
        var at = curve.Place(random, before, 10 * half + 12, 0.6, High);
        return at < 0 || curve.PlateauA * cut < PlainStep ? null : Changed(curve, at, 10 * half + 12,
            (p, i) => i / half % 2 == 0 ? Injection.Times(p, 1 - cut) : p, observable: 3 * half);
    }

    /// <summary>A bad contact: readings are missing their current by chance; it is plain when it came back twice.</summary>
    private static InjectedCurve? Chatter(LabCurve curve, double share, Random random)
    {
        var at = curve.Place(random, 30, 60, 0.6, High);
        if (at < 0) return null;
        var (low, turns, plain) = (false, 0, 60);
        return Changed(curve, at, 60, (p, i) =>
        {
            var now = i == 0 || random.Chance(share);
            if (now != low && ++turns == 4) plain = i;
            low = now;
            return now ? Injection.Times(p, random.Between(0, 0.3)) : p;
        }) is { } changed && turns >= 4 ? changed with { ObservableMs = curve.Points[at + plain].AtMs } : null;
    }

    private static InjectedCurve? Spikes(LabCurve curve, double factor, Random random)
    {
        var at = curve.Place(random, Settled, 180, Low, High);
        if (at < 0 || curve.PlateauA * (factor - 1) < PlainStep) return null;
        var (next, spikes, third) = (0, 0, 0);
        var changed = Changed(curve, at, 180, (p, i) =>
        {
            if (i != next) return p;
            next += random.Next(3, 9);
            if (++spikes == 3) third = i;
            return Injection.Times(p, factor);
        });
        return changed with { ObservableMs = curve.Points[at + third].AtMs };
    }

    /// <summary>The battery's board or a fuse cuts the current off; the charger stays.</summary>
    private static InjectedCurve? Cut(LabCurve curve, double standby, Random random)
    {
        if (curve is not { Side: ChargeSide.Mains, Usual: { Charges: >= ChargeUsual.Enough, TaperShare: >= 0.9 } }) return null;
        var at = curve.Place(random, Settled, 60, Low, High);
        return at < 0 ? null : Changed(curve, at, curve.Points.Count, (p, _) => Injection.With(p, standby + (0.001 * random.Normal())));
    }

    private static InjectedCurve? OtherCharger(LabCurve curve, double factor, Random random)
    {
        if (curve.Usual is not { Charges: >= ChargeUsual.Enough, PlateauHighA: { } high } || curve.PlateauA * factor < 1.35 * high) return null;
        var first = Enumerable.Range(0, curve.Points.Count).FirstOrDefault(i => curve.Holds(i, 36, 0.5, 1.5), -1);
        return first < 0 ? null : new InjectedCurve(
            [.. curve.Points.Select(p => Injection.Times(p, factor))], curve.Points[first + 30].AtMs);
    }

    /// <summary>Readings from a place on, each changed by how many came since.</summary>
    private static InjectedCurve Changed(LabCurve curve, int at, int count, Func<CurvePoint, int, CurvePoint> change, int observable = 0) =>
        new([.. curve.Points.Select((p, i) => i < at || i >= at + count ? p : change(p, i - at))], curve.Points[at + observable].AtMs);
}
