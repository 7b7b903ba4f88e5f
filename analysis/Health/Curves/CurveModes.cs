namespace Sems.Analysis.Health.Curves;

/// <summary>The ways in which a battery's charge curve changes from battery to battery and from charge to charge, at a given curve.</summary>
internal static class CurveModes
{
    /// <summary>Share of the rated capacity above the very beginning, in which a battery that is emptied less deep lacks charge.</summary>
    private const double Bottom = 0.08;

    /// <summary>
    /// More or less resistance or another temperature: the curve moves along the voltage, by the charge it holds in each volt.
    /// </summary>
    public static double[] Shift(ReadOnlySpan<double> curve)
    {
        var mode = new double[CurveGrid.Count];
        for (var i = 0; i < mode.Length; i++)
        {
            var (a, b) = (Math.Max(0, i - 1), Math.Min(mode.Length - 1, i + 1));
            mode[i] = (curve[b] - curve[a]) / (CurveGrid.Depths[b] - CurveGrid.Depths[a]);
        }
        return mode;
    }

    /// <summary>The discharges end earlier or later: what lies near the beginning of the charge moves with its whole.</summary>
    public static double[] Begin(ReadOnlySpan<double> curve)
    {
        var mode = new double[CurveGrid.Count];
        for (var i = 0; i < mode.Length; i++) mode[i] = Math.Clamp((curve[i] - (curve[CurveGrid.Whole] - Bottom)) / Bottom, 0, 1);
        return mode;
    }

    /// <summary>How ageing acts: little on what is charged last, all of it on the whole.</summary>
    public static double[] Fade(ReadOnlySpan<double> curve)
    {
        var mode = new double[CurveGrid.Count];
        for (var i = 0; i < mode.Length; i++) mode[i] = Math.Pow(Math.Max(0, curve[i] / curve[CurveGrid.Whole]), 3);
        return mode;
    }

    /// <summary>Another shape: each step between two depths is off by a share of its own. Gives the summed variances up to each depth.</summary>
    public static double[] Steps(ReadOnlySpan<double> curve, double share)
    {
        var sums = new double[CurveGrid.Count];
        for (var i = 0; i < sums.Length; i++)
        {
            if (i == 0) continue;
            var off = share * Math.Max(curve[i] - curve[i - 1], 0.1 * (CurveGrid.Depths[i] - CurveGrid.Depths[i - 1]));
            sums[i] = sums[i - 1] + (off * off);
        }
        return sums;
    }
}
