namespace Sems.Analysis.Health.Curves;

/// <summary>
/// Where a battery's late charges were first seen. When they begin anywhere between the deepest place and some fuller one, the lowest of n is by about a
/// gap between two neighbours, range / (n − 1), above the deepest (the "German tank" estimate of a uniform distribution's end).
/// </summary>
internal sealed class ChargeStarts
{
    private const int Most = 15;
    private const int Least = 6;
    private const double Noise = 0.004;

    /// <summary>Each charge brings one new start of those the estimate is made of, so it may not count in full each time.</summary>
    private const double NewShare = 0.7;

    private readonly Queue<(double Depth, double Share)> _starts = new();

    /// <summary>Takes a charge.</summary>
    /// <param name="curve">The battery's curve now.</param>
    /// <param name="charge">The charge.</param>
    /// <param name="whole">What a whole charge takes now.</param>
    /// <returns>What the starts tell, or null while there are too few.</returns>
    public LowestStart? Take(ReadOnlySpan<double> curve, ChargeCurve charge, double whole)
    {
        var seen = charge.Charge;
        var (most, least, depth) = (seen, seen, double.NaN);
        foreach (var (startDepth, share) in _starts)
        {
            var now = double.IsNaN(startDepth) ? share * whole : CurveGrid.At(curve, startDepth);
            if (now > most) (most, depth) = (now, startDepth);
            least = Math.Min(least, now);
        }
        _starts.Enqueue((charge.StartDepth, seen / whole));
        while (_starts.Count > Most) _starts.Dequeue();
        var n = _starts.Count;
        if (n < Least) return null;
        var gap = (most - least) / (n - 1);
        return new LowestStart(depth, most, gap, Math.Sqrt(((gap * gap) + (Noise * Noise)) * Math.Max(1, NewShare * n)));
    }
}
