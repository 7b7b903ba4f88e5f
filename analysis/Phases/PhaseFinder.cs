using Sems.Analysis.Charging;

namespace Sems.Analysis.Phases;

/// <summary>
/// Divides a whole charge into phases, looking back at it. Scales are the curve's own: its plateau (the highest current that held), its noise. Constant
/// current ends at the knee (<see cref="KneeFinder"/>) before the current falls for good; a small current that hardly falls any more is a trickle
/// (<see cref="TrickleFinder"/>); where nothing flows is told by <see cref="FlowFinder"/>.
/// </summary>
public static class PhaseFinder
{
    /// <summary>Of the plateau; what stays below it is no constant current any more.</summary>
    public const double ConstantShare = 0.85;

    /// <summary>Of the plateau; what is above it again is constant current again.</summary>
    public const double AgainShare = 0.92;

    /// <summary>ms; readings further apart have a gap between them that belongs to no phase.</summary>
    public const long LongestStepMs = 5 * 60_000;

    /// <summary>ms; so long must the current be high or low to be believed.</summary>
    public const long ShortestMs = 2 * 60_000;

    /// <summary>Of what was usual; a current that is lower by this has fallen.</summary>
    private const double ClearShare = 0.02;

    private const int LeastOfEnd = 4;

    /// <summary>The phases, in order; they neither overlap nor cover gaps.</summary>
    /// <param name="points">In the order in which they came.</param>
    public static IReadOnlyList<PhaseSpan> Find(IReadOnlyList<CurvePoint> points)
    {
        var clean = CurveCleaning.Clean(points).Points;
        if (clean.Count == 0) return [];
        var signal = ChargeSignal.Of(clean);
        var runs = FlowFinder.Runs(FlowFinder.Find(signal));
        var phases = new ChargePhase[signal.Count];
        var knees = new Dictionary<int, double>();
        var first = runs.FindIndex(r => r.Flows);
        var last = runs.FindLastIndex(r => r.Flows);
        for (var i = 0; i < runs.Count; i++)
        {
            var (from, to, flows) = runs[i];
            if (flows) Divide(signal, from, to, phases, knees);
            else Array.Fill(phases, i > last && first >= 0 ? ChargePhase.ZeroCurrent : i < first || first < 0 ? ChargePhase.Idle : ChargePhase.Interrupted, from, to - from);
        }

        return PhaseSpans.Of(signal, phases, knees);
    }

    /// <summary>The phases of a stretch in which something flows.</summary>
    private static void Divide(ChargeSignal signal, int from, int to, ChargePhase[] phases, Dictionary<int, double> knees)
    {
        var begin = from;
        foreach (var (end, isHigh) in Levels(signal, from, to))
        {
            if (isHigh)
            {
                Array.Fill(phases, ChargePhase.ConstantCurrent, begin, end - begin);
                if (end == to) EndingEarly(signal, begin, to, phases, knees);
            }
            else
            {
                var knee = begin;
                if (begin > from)
                {
                    var found = Bend(signal, from, begin);
                    (knee, knees[found.Index]) = (found.Index, found.PlusMinusS);
                }

                Array.Fill(phases, ChargePhase.Taper, knee, end - knee);
                var trickle = TrickleFinder.Find(signal, knee, end);
                Array.Fill(phases, ChargePhase.Trickle, trickle, end - trickle);
            }

            begin = end;
        }
    }

    /// <summary>Where the current is high and where it is low, each for a while; a rise at the beginning belongs to what it rises to.</summary>
    private static List<(int End, bool IsHigh)> Levels(ChargeSignal signal, int from, int to)
    {
        var levels = new List<(int End, bool IsHigh)>();
        var isHigh = signal.Smooth[from] >= ConstantShare * signal.PlateauA;
        var since = -1;
        for (var i = from; i < to; i++)
        {
            var share = signal.Smooth[i] / signal.PlateauA;
            if (isHigh ? share >= ConstantShare : share < AgainShare) since = -1;
            else if (since < 0) since = i;
            var ended = since >= 0 && i == to - 1 && isHigh && to - since > 1;
            if (since < 0 || (!ended && signal.At[i] - signal.At[since] < ShortestMs / 1000d)) continue;
            if (since > from) levels.Add((since, isHigh));
            (isHigh, since) = (!isHigh, -1);
        }

        levels.Add((to, isHigh));
        if (levels.Count > 1 && !levels[0].IsHigh && !Falls(signal, from, levels[0].End)) levels.RemoveAt(0);
        return levels;
    }

    private static bool Falls(ChargeSignal signal, int from, int to)
    {
        var third = Math.Max(1, (to - from) / 3);
        return signal.Level(from, from + third) > 1.05 * signal.Level(to - third, to);
    }

    /// <summary>The knee before a fall through <see cref="ConstantShare"/>.</summary>
    private static Knee Bend(ChargeSignal signal, int from, int low)
    {
        var top = low - 1;
        while (top > from && signal.Smooth[top] < 0.985 * signal.PlateauA) top--;
        var fallS = signal.At[low] - signal.At[top];
        return Sharpened(signal, from, top, low, Math.Max(3 * fallS, 180));
    }

    private static Knee Sharpened(ChargeSignal signal, int from, int top, int low, double beforeS)
    {
        var begin = top;
        while (begin > from && signal.At[top] - signal.At[begin - 1] <= beforeS) begin--;
        return KneeFinder.Find(signal, begin, Math.Min(low + 1, signal.Count));
    }

    /// <summary>A charge that ends soon after its knee: the current has fallen clearly and to its end, if not far.</summary>
    private static void EndingEarly(ChargeSignal signal, int from, int to, ChargePhase[] phases, Dictionary<int, double> knees)
    {
        var seen = Math.Min(LeastOfEnd, to - from);
        var usual = signal.Level(from, to);
        var wander = 1.4826 * ChargeSignal.Middle(signal.Smooth[from..to].Select(a => Math.Abs(a - usual)), 0);
        var clear = Math.Max(ClearShare * usual, (3 * wander) + (2 * signal.NoiseA));
        if (seen < LeastOfEnd || signal.Level(to - seen, to) > usual - clear) return;
        var top = to - 1;
        while (top > from && signal.Smooth[top] < usual - (clear / 2)) top--;
        if (to - top < LeastOfEnd) return;
        var knee = Sharpened(signal, from, top, to - 1, Math.Max(3 * (signal.At[to - 1] - signal.At[top]), 180));
        knees[knee.Index] = knee.PlusMinusS;
        Array.Fill(phases, ChargePhase.Taper, knee.Index, to - knee.Index);
    }
}
