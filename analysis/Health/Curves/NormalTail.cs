namespace Sems.Analysis.Health.Curves;

/// <summary>The standard normal distribution.</summary>
internal static class NormalTail
{
    /// <summary>The probability of more than x; Abramowitz and Stegun 26.2.17, absolute error below 1e-7.</summary>
    public static double Above(double x)
    {
        if (x < 0) return 1 - Above(-x);
        var t = 1 / (1 + (0.2316419 * x));
        var polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return Math.Max(1e-12, Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * polynomial);
    }
}
