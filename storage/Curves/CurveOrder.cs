namespace Sems.Storage.Curves;

/// <summary>
/// The order of a curve: by place on the server's clock, and within a stretch of one station clock by that clock, which tells
/// samples apart that arrived in one burst.
/// </summary>
internal static class CurveOrder
{
    /// <summary>The samples in order; the list itself when it is.</summary>
    public static IReadOnlyList<Sample> Of(List<Sample> samples)
    {
        if (IsInOrder(samples)) return samples;
        var ordered = samples.OrderBy(s => s.AtMs).ToArray(); // stable
        for (var from = 0; from < ordered.Length;)
        {
            var to = from + 1;
            while (to < ordered.Length && SameClock(ordered[from], ordered[to])) to++;
            ordered.Skip(from).Take(to - from).OrderBy(s => s.Time).ToArray().CopyTo(ordered, from);
            from = to;
        }
        return ordered;
    }

    private static bool IsInOrder(List<Sample> samples)
    {
        for (var i = 1; i < samples.Count; i++)
        {
            var (last, next) = (samples[i - 1], samples[i]);
            if (next.AtMs < last.AtMs || (next.Time < last.Time && SameClock(last, next))) return false;
        }
        return true;
    }

    private static bool SameClock(in Sample one, in Sample other) => ((one.Marks | other.Marks) & (SampleMarks.ClockLeap | SampleMarks.NoClock)) == 0;
}
