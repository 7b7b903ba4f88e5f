using Sems.Analysis.Charging;

namespace Sems.Analysis.Phases;

/// <summary>
/// Divides a charge into phases by its current alone: the median of five readings, held against the charge's own plateau (its 80th
/// percentile of what is no zero). It knows no chemistry and no charger; a charge that is watched only from its taper on has its plateau there.
/// </summary>
public static class PhaseFinder
{
    /// <summary>A; below it nothing flows.</summary>
    public const double ZeroA = 0.05;

    /// <summary>Of the plateau; from there on the current is constant.</summary>
    public const double ConstantShare = 0.85;

    /// <summary>Of the plateau; below it the current only holds the battery full.</summary>
    public const double TrickleShare = 0.15;

    /// <summary>ms; readings further apart have a gap between them that belongs to no phase.</summary>
    public const long LongestStepMs = 5 * 60_000;

    /// <summary>ms; what is shorter belongs to the phase before it.</summary>
    public const long ShortestMs = 2 * 60_000;

    private const int Window = 5;

    /// <summary>The phases, in order; they neither overlap nor cover gaps.</summary>
    /// <param name="readings">In the order of their time.</param>
    public static IReadOnlyList<PhaseSpan> Find(IReadOnlyList<CurvePoint> readings)
    {
        if (readings.Count == 0) return [];
        var runs = Runs(readings).ToList();
        var smooth = runs.Select(run => Smooth(readings, run)).ToList();
        var plateau = Plateau(smooth);
        var spans = new List<PhaseSpan>();
        for (var i = 0; i < runs.Count; i++) spans.AddRange(Merged(Spans(readings, runs[i], smooth[i], plateau)));
        return WithPauses(spans);
    }

    private static IEnumerable<Range> Runs(IReadOnlyList<CurvePoint> readings)
    {
        var first = 0;
        for (var i = 1; i <= readings.Count; i++)
        {
            if (i < readings.Count && readings[i].AtMs - readings[i - 1].AtMs <= LongestStepMs) continue;
            yield return first..i;
            first = i;
        }
    }

    private static double[] Smooth(IReadOnlyList<CurvePoint> readings, Range run)
    {
        var (first, count) = run.GetOffsetAndLength(readings.Count);
        var smooth = new double[count];
        Span<double> window = stackalloc double[Window];
        for (var i = 0; i < count; i++)
        {
            var from = Math.Clamp(i - (Window / 2), 0, Math.Max(0, count - Window));
            var size = Math.Min(Window, count - from);
            for (var j = 0; j < size; j++) window[j] = readings[first + from + j].CurrentA;
            var part = window[..size];
            part.Sort();
            smooth[i] = part[size / 2];
        }

        return smooth;
    }

    private static double Plateau(IEnumerable<double[]> smooth)
    {
        var currents = smooth.SelectMany(run => run).Where(a => a >= ZeroA).Order().ToList();
        return currents.Count == 0 ? 0 : currents[(int)(currents.Count * 0.8)];
    }

    private static List<PhaseSpan> Spans(IReadOnlyList<CurvePoint> readings, Range run, double[] smooth, double plateau)
    {
        var first = run.Start.Value;
        var spans = new List<PhaseSpan>();
        for (var i = 0; i < smooth.Length; i++)
        {
            var (at, phase) = (readings[first + i].AtMs, PhaseOf(smooth[i], plateau));
            if (spans.Count > 0 && spans[^1].Phase == phase) spans[^1] = spans[^1] with { ToMs = at };
            else
            {
                if (spans.Count > 0) spans[^1] = spans[^1] with { ToMs = at };
                spans.Add(new PhaseSpan(phase, at, at));
            }
        }

        return spans;
    }

    private static ChargePhase PhaseOf(double currentA, double plateau) => currentA switch
    {
        < ZeroA => ChargePhase.ZeroCurrent,
        _ when currentA >= ConstantShare * plateau => ChargePhase.ConstantCurrent,
        _ when currentA >= TrickleShare * plateau => ChargePhase.Taper,
        _ => ChargePhase.Trickle,
    };

    /// <summary>Without what is too short to be a phase: it goes to the one before it, at the beginning to the one after it.</summary>
    private static List<PhaseSpan> Merged(List<PhaseSpan> spans)
    {
        var merged = new List<PhaseSpan>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && (span.Phase == merged[^1].Phase || span.ToMs - span.FromMs < ShortestMs)) merged[^1] = merged[^1] with { ToMs = span.ToMs };
            else if (merged.Count == 1 && merged[0].ToMs - merged[0].FromMs < ShortestMs) merged[0] = span with { FromMs = merged[0].FromMs };
            else merged.Add(span);
        }

        return merged;
    }

    /// <summary>Without current: before all charging it is idle, before more charging it was interrupted.</summary>
    private static IReadOnlyList<PhaseSpan> WithPauses(List<PhaseSpan> spans)
    {
        var first = spans.FindIndex(s => s.Phase != ChargePhase.ZeroCurrent);
        var last = spans.FindLastIndex(s => s.Phase is ChargePhase.ConstantCurrent or ChargePhase.Taper);
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Phase != ChargePhase.ZeroCurrent) continue;
            if (first < 0 || i < first) spans[i] = spans[i] with { Phase = ChargePhase.Idle };
            else if (i < last) spans[i] = spans[i] with { Phase = ChargePhase.Interrupted };
        }

        return spans;
    }
}
