namespace Sems.Analysis.Energy;

/// <summary>Where a counter stands still although energy was delivered: longer than its resolution and its usual rate explain.</summary>
internal static class CounterStillness
{
    private const double LeastSteps = 4;
    private const double LeastSeconds = 600;

    /// <summary>Of the charge's energy, or this much of it (Wh): less is not worth a word.</summary>
    private const double LeastShare = 0.03;
    private const double LeastWh = 20;

    /// <summary>A step after standing still that is this share of what was delivered meanwhile, or up to its inverse, caught up.</summary>
    private const double CaughtUp = 0.6;

    /// <summary>A stretch of a run, by places in its readings: from the first reading of a value to the first of the next, or to the last one.</summary>
    /// <param name="From">First place.</param>
    /// <param name="To">Last place.</param>
    /// <param name="IsLost">The counter never told what was delivered meanwhile.</param>
    public readonly record struct Stand(int From, int To, bool IsLost);

    /// <summary>The stretches in which a run stood still.</summary>
    /// <param name="trace">What was delivered.</param>
    /// <param name="run">The run.</param>
    /// <param name="step">Its usual step, in its own unit.</param>
    /// <param name="rate">Its own unit per Wh of the trace.</param>
    public static IEnumerable<Stand> Find(PowerTrace trace, CounterRun run, double step, double rate)
    {
        var readings = run.Readings;
        var all = trace.Between(0, trace.Points.Count - 1);
        var since = 0;
        for (var i = 1; i <= readings.Count; i++)
        {
            var ends = i == readings.Count;
            if (!ends && readings[i].Value == readings[since].Value) continue;
            var (first, last) = (readings[since].Index, readings[i - 1].Index);
            var delivered = trace.Between(first, last) - trace.SilentBetween(first, last);
            if (delivered * rate > LeastSteps * step && delivered > Math.Min(LeastWh, LeastShare * all) &&
                trace.Points[last].AtMs - trace.Points[first].AtMs > LeastSeconds * 1000)
            {
                var told = ends ? 0 : (readings[i].Value - readings[since].Value) / (rate * trace.Between(first, readings[i].Index));
                yield return new Stand(since, ends ? i - 1 : i, told is < CaughtUp or > 1 / CaughtUp);
            }

            since = i;
        }
    }
}
