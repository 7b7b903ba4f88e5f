namespace Sems.Simulator.Replay;

/// <summary>
/// When to send each row, by the recording's own spacing. Silences are kept; a clock that goes backward or leaps by more than an hour is
/// no reason to wait.
/// </summary>
public static class ReplayPacing
{
    private const decimal LeapS = 3600;

    /// <summary>Offsets from the first row, ms, never falling.</summary>
    public static long[] OffsetsMs(IReadOnlyList<ReplayRow> rows)
    {
        var offsets = new long[rows.Count];
        var latest = rows[0].TimeS;
        for (var i = 1; i < rows.Count; i++)
        {
            var step = rows[i].TimeS - latest;
            offsets[i] = offsets[i - 1] + (step is > 0 and <= LeapS ? (long)(step * 1000) : 0);

            // After a step back within the hour the clock is still the same one; after a leap it is another.
            if (step > 0 || step < -LeapS) latest = rows[i].TimeS;
        }

        return offsets;
    }
}
