using System.Runtime.CompilerServices;

namespace Sems.Storage.Curves;

/// <summary>Numbers as meters send them: a whole number (the mantissa) over 10^scale, told from doubles that are no such decimal.</summary>
internal static class DecimalScale
{
    /// <summary>Scales 0 to 6 are tried; this kind stands for a double that is kept by its bits.</summary>
    public const int Raw = 7;

    private const double Exact = 9_007_199_254_740_992; // 2^53

    private static ReadOnlySpan<double> Scales => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The mantissa at a scale, if it gives back the very bits of the value.</summary>
    public static bool TryMantissa(double value, int scale, out long mantissa)
    {
        mantissa = Nearest(value, scale, out var fits);
        return fits && BitConverter.DoubleToInt64Bits(mantissa / Scales[scale]) == BitConverter.DoubleToInt64Bits(value);
    }

    /// <summary>The mantissa nearest to a value, or 0 when it is beyond 2^53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Nearest(double value, int scale, out bool fits)
    {
        var scaled = Math.Round(value * Scales[scale]);
        fits = Math.Abs(scaled) <= Exact;
        return fits ? (long)scaled : 0;
    }

    /// <summary>The number a mantissa stands for.</summary>
    public static double Value(long mantissa, int scale) => mantissa / Scales[scale];
}
