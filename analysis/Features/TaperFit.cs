using Sems.Analysis.Charging;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Features;

/// <summary>
/// The time constant of a falling current: the slope of ln I over time, by least squares, between <see cref="FromShare"/> and <see cref="ToShare"/> of
/// the plateau, where a charger's own draw and the rounding of its meter weigh little.
/// </summary>
internal static class TaperFit
{
    private const double FromShare = 0.85;
    private const double ToShare = 0.25;

    /// <summary>The current must have fallen by as much, in e-folds, to tell a slope.</summary>
    private const double LeastDecay = 0.4;

    private const int LeastPoints = 8;

    /// <summary>s; null when it did not fall far or steadily enough.</summary>
    public static double? Tau(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases, double plateau)
    {
        if (plateau <= 0) return null;
        var spans = phases.Where(p => p.Phase == ChargePhase.Taper).ToList();
        if (spans.Count == 0) return null;
        var longest = spans.MaxBy(p => p.ToMs - p.FromMs);
        var (n, st, sy, stt, sty) = (0, 0d, 0d, 0d, 0d);
        var (least, most) = (double.MaxValue, double.MinValue);
        foreach (var point in points)
        {
            if (point.AtMs < longest.FromMs || point.AtMs > longest.ToMs || point.CurrentA < ToShare * plateau || point.CurrentA > FromShare * plateau) continue;
            var (t, y) = ((point.AtMs - longest.FromMs) / 1000d, Math.Log(point.CurrentA / plateau));
            (n, st, sy, stt, sty) = (n + 1, st + t, sy + y, stt + (t * t), sty + (t * y));
            (least, most) = (Math.Min(least, y), Math.Max(most, y));
        }
        if (n < LeastPoints || most - least < LeastDecay) return null;
        var slope = ((n * sty) - (st * sy)) / ((n * stt) - (st * st));
        return slope < 0 ? -1 / slope : null;
    }
}
