namespace Sems.Analysis.Health.Curves;

/// <summary>Where a charge is looked at: voltages of a cell below that at which the current begins to fall.</summary>
public static class CurveGrid
{
    /// <summary>
    /// V; the first is the moment at which the current begins to fall, the last stands for the very beginning. Finer where a lithium cell's voltage
    /// is flat over its charge (0.2 to 0.4 V below full).
    /// </summary>
    public static readonly IReadOnlyList<double> Depths =
        [0, 0.01, 0.03, 0.05, 0.075, 0.10, 0.13, 0.16, 0.19, 0.22, 0.25, 0.28, 0.31, 0.34, 0.38, 0.43, 0.50, 0.60, 0.75, 1.20];

    /// <summary>How many.</summary>
    public static int Count => Depths.Count;

    /// <summary>The last: the whole charge.</summary>
    public static int Whole => Depths.Count - 1;

    /// <summary>The charge from a depth on, by a curve over the grid.</summary>
    public static double At(ReadOnlySpan<double> curve, double depth)
    {
        var (before, share) = Place(depth);
        return share == 0 ? curve[before] : curve[before] + (share * (curve[before + 1] - curve[before]));
    }

    /// <summary>Where a depth is: the place before it, and its share of the way to the next.</summary>
    public static (int Before, double Share) Place(double depth)
    {
        if (depth <= Depths[0]) return (0, 0);
        for (var i = 1; i < Depths.Count; i++)
            if (depth <= Depths[i]) return (i - 1, (depth - Depths[i - 1]) / (Depths[i] - Depths[i - 1]));
        return (Depths.Count - 1, 0);
    }
}
