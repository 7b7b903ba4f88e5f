namespace Sems.Storage.Curves;

/// <summary>The times samples lie between, kept beside a chunk so that it need not be read to know.</summary>
internal readonly record struct SampleRange(long FirstMs, long LastMs, double MinTime, double MaxTime)
{
    /// <summary>That of some samples, at least one.</summary>
    public static SampleRange Of(ReadOnlySpan<Sample> samples)
    {
        var range = new SampleRange(long.MaxValue, long.MinValue, double.MaxValue, double.MinValue);
        foreach (ref readonly var sample in samples)
        {
            range = new SampleRange(Math.Min(range.FirstMs, sample.AtMs), Math.Max(range.LastMs, sample.AtMs),
                Math.Min(range.MinTime, sample.Time), Math.Max(range.MaxTime, sample.Time));
        }

        return range;
    }
}
