using Sems.Analysis.Danger;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>Faults of the energy: a battery that takes too much, a counter that stands still.</summary>
internal static class EnergyInjections
{
    private const double NoTaperShare = 0.10;
    private const double OverEnergyShare = 0.25;
    private const int Most = 24_000;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Injection> All { get; } =
    [
        new("never tapers", FindingKind.NoTaper, "x most energy", [1.05, 1.25, 1.6], NeverTapers),
        new("too much energy", FindingKind.OverEnergy, "x most energy", [1.05, 1.25, 1.6], TooMuch),
        new("counter stands still", FindingKind.CounterStuck, "minutes", [45, 120, 600], Stuck),
    ];

    /// <summary>A battery with a dead cell: the constant current goes on and on.</summary>
    private static InjectedCurve? NeverTapers(LabCurve curve, double factor, Random random) =>
        curve.Usual is { Charges: >= ChargeUsual.Enough, TaperShare: >= 0.9 } usual ? GoOn(curve, usual.MostPlausibleWh(NoTaperShare), factor, 1, random) : null;

    /// <summary>A battery that is never full: the current falls a little, and goes on there.</summary>
    private static InjectedCurve? TooMuch(LabCurve curve, double factor, Random random) =>
        GoOn(curve, curve.Usual?.MostPlausibleWh(OverEnergyShare), factor, random.Between(0.5, 0.8), random);

    private static InjectedCurve? GoOn(LabCurve curve, double? plausibleWh, double factor, double share, Random random)
    {
        if (plausibleWh is not { } most || curve.Points[0].CounterKwh is not { } first || !CountsWell(curve)) return null;
        var at = curve.Points.Count - 1;
        while (at > 60 && !curve.Holds(at - 20, 20, 0.93, 1.1)) at--;
        if (at <= 60 || curve.PlateauA < 0.85 * curve.Usual?.PlateauA) return null; // it came in nearly full: all of it is taper
        var points = curve.Points.Take(at).ToList();
        var level = share * curve.Points[at - 1].CurrentA;
        long? plain = null;
        for (var i = 1; i < Most; i++)
        {
            var point = TaperInjections.Next(points[^1], level * (1 + (0.005 * random.Normal())));
            points.Add(point);
            var wh = (point.CounterKwh - first) * 1000;
            if (wh > most) plain ??= point.AtMs;
            if (wh > most * factor) return new InjectedCurve(points, plain!.Value);
        }

        return null;
    }

    private static InjectedCurve? Stuck(LabCurve curve, double minutes, Random random)
    {
        if (curve.Points[0].CounterKwh is null || !CountsWell(curve)) return null;
        if (DangerFinder.Find(curve.Points, []).Any(f => f.Kind == FindingKind.CounterStuck)) return null; // it sticks by itself
        var count = (int)(minutes * 6);
        var at = curve.Place(random, 180, 200, 0.6, 1.2);
        if (at < 0) return null;
        var kwh = curve.Points[at].CounterKwh!.Value;
        var step = Enumerable.Range(1, at).Max(i => (curve.Points[i].CounterKwh - curve.Points[i - 1].CounterKwh) ?? 0) * 1000;
        var points = curve.Points.Select((p, i) => i >= at && i < at + count ? p with { CounterKwh = kwh } : p).ToList();
        var plain = Enumerable.Range(at, Math.Min(count, points.Count - at)).FirstOrDefault(i => (curve.Points[i].CounterKwh - kwh) * 1000 >= Math.Max(20, 6 * step), -1);
        return plain < 0 ? null : new InjectedCurve(points, points[plain].AtMs);
    }

    /// <summary>The counter goes forward only, and not in leaps: one that errs by itself is another matter.</summary>
    private static bool CountsWell(LabCurve curve)
    {
        for (var i = 1; i < curve.Points.Count; i++)
        {
            var (step, seconds) = ((curve.Points[i].CounterKwh - curve.Points[i - 1].CounterKwh) * 1000, (curve.Points[i].AtMs - curve.Points[i - 1].AtMs) / 1000);
            if (seconds > 0 && step is < 0 or > 100) return false;
        }

        return curve.Points[^1].CounterKwh > curve.Points[0].CounterKwh;
    }
}
