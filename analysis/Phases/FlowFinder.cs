using Sems.Analysis.Charging;

namespace Sems.Analysis.Phases;

/// <summary>Tells the readings in which a battery is charged from those in which nothing flows, or only what a charger draws for itself.</summary>
internal static class FlowFinder
{
    /// <summary>A at the mains; what a charger draws when its battery takes nothing is below it.</summary>
    public const double StandbyA = 0.05;

    /// <summary>Of the current just before; a fall below it at once means that the charger has switched off.</summary>
    public const double StepShare = 0.5;

    /// <summary>s; a current that is gone again so soon was that of plugging in.</summary>
    private const double SpikeS = 30;

    /// <summary>Of the floor; a current below it may well be noise around it.</summary>
    private const double NearFloor = 3;

    /// <summary>s; so long at most does a current hover around the floor.</summary>
    private const double HoverS = 300;

    private const int BeforeStep = 5;

    /// <summary>A current that is higher by less than this is the same one.</summary>
    private const double SameShare = 1.15;

    /// <summary>Whether something flows, for each reading.</summary>
    public static bool[] Find(ChargeSignal signal)
    {
        var flows = new bool[signal.Count];
        if (signal.PlateauA < StandbyA) return flows;
        for (var i = 0; i < flows.Length; i++) flows[i] = signal.Current[i] >= signal.FloorA;
        if (signal.Side == ChargeSide.Mains) WithoutStandby(signal, flows);
        WithoutOdd(signal, flows);
        WithoutHovering(signal, flows);
        return flows;
    }

    /// <summary>The stretches of the same kind, in order.</summary>
    public static List<(int From, int To, bool Flows)> Runs(bool[] flows)
    {
        var runs = new List<(int From, int To, bool Flows)>();
        for (var i = 0; i < flows.Length; i++)
        {
            if (runs.Count > 0 && runs[^1].Flows == flows[i]) runs[^1] = runs[^1] with { To = i + 1 };
            else runs.Add((i, i + 1, flows[i]));
        }

        return runs;
    }

    /// <summary>A low current that came by a step down, or goes by a step up, is the charger's own.</summary>
    private static void WithoutStandby(ChargeSignal signal, bool[] flows)
    {
        var limit = Math.Min(StandbyA, signal.PlateauA / 10);
        var low = new bool[flows.Length];
        for (var i = 0; i < low.Length; i++) low[i] = signal.Smooth[i] < limit && signal.Smooth[i] > signal.FloorA / 4;
        foreach (var (from, to, isLow) in Runs(low))
        {
            if (!isLow) continue;
            var level = signal.Level(from, to);
            var after = to < flows.Length ? signal.Level(to, to + BeforeStep) : 0;
            var before = from > 0 ? signal.Level(from - BeforeStep, from) : double.MaxValue;
            var fell = level < StepShare * before && signal.Level(from, from + BeforeStep) < level * SameShare && Holds(signal, from, to);
            if (fell || level < StepShare * after) Array.Fill(flows, false, from, to - from);
        }
    }

    private static bool Holds(ChargeSignal signal, int from, int to)
    {
        var third = Math.Max(1, (to - from) / 3);
        return signal.Level(from, from + third) < SameShare * signal.Level(to - third, to) + (2 * signal.NoiseA);
    }

    private static void WithoutOdd(ChargeSignal signal, bool[] flows)
    {
        for (var i = 1; i < flows.Length - 1; i++)
        {
            if (flows[i] != flows[i - 1] && flows[i] != flows[i + 1]) flows[i] = flows[i - 1];
        }

        var runs = Runs(flows);
        for (var i = 0; i < runs.Count; i++)
        {
            var (from, to, isFlow) = runs[i];
            var isShort = signal.At[Math.Min(to, flows.Length - 1)] - signal.At[from] < SpikeS;
            if (isFlow && isShort && (i + 1 < runs.Count || (i > 0 && to - from == 1))) Array.Fill(flows, false, from, to - from);
        }
    }

    /// <summary>
    /// A current that sinks through the floor may cross it more than once: it ends where it is below for good. And where nothing flows, noise may look
    /// like a current for a while.
    /// </summary>
    private static void WithoutHovering(ChargeSignal signal, bool[] flows)
    {
        var near = NearFloor * signal.FloorA;
        foreach (var isFlow in new[] { false, true })
        {
            var runs = Runs(flows);
            for (var i = 0; i < runs.Count; i++)
            {
                var (from, to, flowing) = runs[i];
                if (flowing != isFlow || signal.At[to - 1] - signal.At[from] > HoverS) continue;
                if (isFlow ? runs.Count > 1 && signal.Level(from, to) < near : i > 0 && IsNear(from - BeforeStep, from) && IsNear(to, to + BeforeStep))
                {
                    Array.Fill(flows, !isFlow, from, to - from);
                }
            }
        }

        bool IsNear(int from, int to) => from < flows.Length && signal.Level(from, to) is var level && level < near && level >= signal.FloorA / 2;
    }
}
