using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>Faults of the current while it should fall, or has fallen.</summary>
internal static class TaperInjections
{
    private const double PlainRise = 0.15;
    private const double PlainRiseA = 0.15;
    private const int HoldReadings = 360;
    private const double PowerFactor = 0.6;
    private const double LeastTailA = 0.06;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Injection> All { get; } =
    [
        new("taper rises", FindingKind.TaperRise, "of plateau", [0.2, 0.35, 0.7], (c, f, r) => Rise(c, f, r, 0.3, 0.7, minutes: 5, full: false)),
        new("taper creeps up", FindingKind.TaperRise, "of plateau", [0.2, 0.35, 0.7], (c, f, r) => Rise(c, f, r, 0.3, 0.7, minutes: 40, full: false)),
        new("tail rises", FindingKind.TailRise, "of plateau", [0.2, 0.4, 1], (c, f, r) => Rise(c, f, r, 0.01, 0.2, minutes: 5, full: true)),
        new("tail too high", FindingKind.HighTail, "of plateau", [0.25, 0.4, 0.6], HighTail),
        new("taper unlike usual", FindingKind.UnlikeUsual, "x time constant", [3.5, 5, 8], OtherTaper),
    ];

    /// <summary>From a place of the falling current on it rises, and stays there.</summary>
    private static InjectedCurve? Rise(LabCurve curve, double share, Random random, double low, double high, int minutes, bool full)
    {
        var (by, ramp) = (share * curve.PlateauA, minutes * 6);
        if (by < PlainRiseA) return null;
        var at = curve.Place(random, 30, ramp + 12, low, high);
        if (at < 0 || IsFull(curve, at) != full) return null;
        var level = Enumerable.Range(at - 5, 5).Average(i => curve.Points[i].CurrentA);
        if (level < LeastTailA) return null; // from nothing it is a charger that begins anew
        var points = curve.Points.ToList();
        long? plain = null;
        for (var i = at; i < points.Count; i++)
        {
            if (!points[i].Powered || points[i].CurrentA < 0.005) break;
            var rise = by * Math.Min(1, (i - at + 1) / (double)ramp);
            points[i] = Injection.With(points[i], (level + rise) * (1 + (0.004 * random.Normal())));
            if (rise >= Math.Max(PlainRiseA, PlainRise * curve.PlateauA)) plain ??= points[i].AtMs;
        }

        return new InjectedCurve(points, plain ?? points[Math.Min(points.Count - 1, at + ramp)].AtMs);
    }

    private static bool IsFull(LabCurve curve, int at)
    {
        var detector = default(FullDetector);
        for (var i = 0; i < at; i++) detector = detector.Next(curve.Points[i].CurrentA, FullRule.Default);
        return detector.IsFull;
    }

    /// <summary>The current falls to a share of the plateau and stays there for three hours.</summary>
    private static InjectedCurve? HighTail(LabCurve curve, double share, Random random)
    {
        var at = FallsBelow(curve, share, random);
        if (at < 0) return null;
        var points = curve.Points.Take(at).ToList();
        var level = share * curve.PlateauA;
        for (var i = 0; i < 3 * HoldReadings; i++)
            points.Add(Next(points[^1], level * (1 + (0.005 * random.Normal()))));
        return new InjectedCurve(points, points[at + HoldReadings].AtMs);
    }

    /// <summary>The fall takes several times as long as usual.</summary>
    private static InjectedCurve? OtherTaper(LabCurve curve, double factor, Random random)
    {
        if (curve.Usual is not { Charges: >= ChargeUsual.Enough, TaperTauS: { } tau } || tau * factor > 30 * 3600) return null;
        var at = FallsBelow(curve, 0.9, random);
        if (at < 0 || !curve.Holds(at - 60, 50, 0.85, 1.15)) return null;
        var points = curve.Points.Take(at).ToList();
        var level = 0.9 * curve.PlateauA;
        var plain = -1;
        for (var i = 0; i * LabCurve.StepS < 3 * factor * tau; i++)
        {
            var a = level * Math.Exp(-i * LabCurve.StepS / (factor * tau));
            if (plain < 0 && a < 0.35 * curve.PlateauA) plain = points.Count;
            points.Add(Next(points[^1], a * (1 + (0.005 * random.Normal()))));
        }

        return plain < 0 ? null : new InjectedCurve(points, points[plain].AtMs);
    }

    private static int FallsBelow(LabCurve curve, double share, Random random)
    {
        for (var i = 60 + random.Next(5); i < curve.Points.Count - 12; i++)
        {
            if (curve.Points[i].CurrentA <= share * curve.PlateauA && curve.Holds(i - 20, 32, share * 0.7, 1.2)) return i;
        }

        return -1;
    }

    /// <summary>The reading that comes after one, counter and all.</summary>
    internal static CurvePoint Next(CurvePoint last, double a)
    {
        var point = Injection.With(last, a);
        var watts = point.PowerW ?? (a * (last.VoltageV ?? 220) * PowerFactor);
        return point with
        {
            AtMs = last.AtMs + (long)(LabCurve.StepS * 1000),
            CounterKwh = last.CounterKwh + (watts * LabCurve.StepS / 3_600_000),
        };
    }
}
