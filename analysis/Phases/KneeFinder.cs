namespace Sems.Analysis.Phases;

/// <summary>A place where a curve bends.</summary>
/// <param name="Index">Of the first reading after it.</param>
/// <param name="PlusMinusS">How far off it may be, s.</param>
internal readonly record struct Knee(int Index, double PlusMinusS);

/// <summary>
/// Finds where constant current becomes constant voltage: of all moments the one where two straight lines that meet there fit the readings around it best,
/// for the current and, where it was measured, for the battery's voltage together, each weighed by its own noise (a change point by maximum likelihood).
/// No threshold of current or voltage is in it.
/// </summary>
internal static class KneeFinder
{
    /// <summary>Of the current; it is no longer constant when it is lower by this: the corner where the lines meet is rounded.</summary>
    private const double LeftShare = 0.01;

    /// <summary>s; a fall so slow that it takes longer to that is reckoned from here.</summary>
    private const double LongestS = 60;

    /// <summary>Of the fall after the knee; what falls like that before it is no constant current either.</summary>
    private const double FallingShare = 0.5;

    private const int LeastReadings = 3;

    /// <summary>Of the noise; a worse fit by this is still as good (95 % of a chi-square of one).</summary>
    private const double AsGood = 3.84;

    /// <summary>The best knee in a stretch.</summary>
    /// <param name="signal">The curve.</param>
    /// <param name="from">First reading of the stretch: where the current is constant.</param>
    /// <param name="to">After its last one: where it has fallen.</param>
    public static Knee Find(ChargeSignal signal, int from, int to)
    {
        if (to - from <= LeastReadings + 1) return new Knee(Math.Max(from, to - 1), signal.StepS);
        var currents = signal.Smooth;
        var channels = signal.VoltageV is { } volts ? new[] { currents, volts } : [currents];
        var (best, cost) = (from, double.MaxValue);
        var costs = new double[to - from];
        var least = channels.Select(_ => double.MaxValue).ToArray();
        var errors = new double[channels.Length, to - from];
        for (var i = from + 1; i < to - 1; i++)
        {
            for (var c = 0; c < channels.Length; c++)
            {
                errors[c, i - from] = Hinge.Fit(signal.At, channels[c], from, to, signal.At[i]).Error;
                least[c] = Math.Min(least[c], errors[c, i - from]);
            }
        }

        for (var i = from + 1; i < to - 1; i++)
        {
            for (var c = 0; c < channels.Length; c++) costs[i - from] += errors[c, i - from] / Math.Max(least[c] / (to - from), 1e-12);
            if (costs[i - from] < cost) (best, cost) = (i, costs[i - from]);
        }

        var good = Enumerable.Range(from + 1, to - from - 2).Where(i => costs[i - from] <= cost + AsGood).ToList();
        var spread = (signal.At[good[^1]] - signal.At[good[0]]) / 2;
        var lines = Hinge.Fit(signal.At, currents, from, to, signal.At[best]);
        var fell = -lines.Before * (signal.At[best] - signal.At[from]);
        var clear = Math.Max(2 * LeftShare * lines.AtKnee, 4 * signal.NoiseA / Math.Sqrt(best - from));
        if (lines.Before < lines.After * FallingShare && fell > clear) return new Knee(from, signal.At[best] - signal.At[from]);
        var left = signal.At[best] + Math.Min(LongestS, lines.After < 0 ? LeftShare * lines.AtKnee / -lines.After : 0);
        while (best < to - 1 && signal.At[best] < left) best++;
        return new Knee(best, Math.Max(spread, signal.StepS / 2));
    }
}
