namespace Sems.Analysis.Charging;

/// <summary>Pauses in a curve: where nothing was measured, nothing is drawn.</summary>
public static class CurveGaps
{
    /// <summary>Samples come every 10 s; further apart than this (s) they have a gap between them.</summary>
    public const double LongestStep = 60;

    /// <summary>The gaps, in order: the times of the last sample before and of the first one after.</summary>
    /// <param name="samples">In order.</param>
    /// <param name="time">A sample's time, s.</param>
    public static IReadOnlyList<(double From, double To)> Find<T>(IReadOnlyList<T> samples, Func<T, double> time)
    {
        var gaps = new List<(double, double)>();
        for (var i = 1; i < samples.Count; i++)
        {
            var (before, after) = (time(samples[i - 1]), time(samples[i]));
            if (after - before > LongestStep) gaps.Add((before, after));
        }

        return gaps;
    }
}
