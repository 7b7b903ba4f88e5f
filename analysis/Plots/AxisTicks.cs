using System.Globalization;

namespace Sems.Analysis.Plots;

/// <summary>Round places on an axis: 1, 2 or 5 times a power of ten; on a time axis, round minutes and hours.</summary>
internal static class AxisTicks
{
    private static readonly int[] Minutes = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440, 2880];

    /// <summary>The step of an axis that is to have about so many.</summary>
    public static double Step(double span, int about)
    {
        var rough = Math.Max(span, 1e-9) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        foreach (var times in new[] { 1, 2, 5 })
            if (rough <= times * power * 1.0001) return times * power;
        return 10 * power;
    }

    /// <summary>A value's label, as fine as the step.</summary>
    public static string Label(double value, double step)
    {
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        return Math.Round(value, decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The step of a time axis with at most so many, ms.</summary>
    public static long TimeStepMs(long spanMs, int most)
    {
        foreach (var minutes in Minutes)
            if (spanMs <= minutes * 60_000L * most) return minutes * 60_000L;
        return Math.Max(1, spanMs / 86_400_000 / most) * 86_400_000;
    }
}
