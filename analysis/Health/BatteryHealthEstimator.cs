namespace Sems.Analysis.Health;

/// <summary>
/// Follows a battery's health charge by charge, by what is measured at the battery itself: each answer is of this charge and those before it.
/// </summary>
/// <param name="ratedAh">The battery's rated capacity, Ah, above 0.</param>
/// <param name="cells">Cells in series, 1 or more.</param>
public sealed class BatteryHealthEstimator(double ratedAh, int cells = 1)
{
    /// <summary>The health after one more charge.</summary>
    /// <param name="cycle">Its number, for the answer only.</param>
    /// <param name="points">Its readings; those that go back in time are left out.</param>
    public HealthEstimate Take(int cycle, IReadOnlyList<BatteryReading> points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        var ah = 0d;
        for (var i = 1; i < points.Count; i++)
            ah += Math.Max(0, points[i].AtS - points[i - 1].AtS) / 3600 * Math.Max(0, (points[i].CurrentA + points[i - 1].CurrentA) / 2);
        var soh = 98 * ah / ratedAh;
        return new HealthEstimate(cycle, soh, soh - 10, soh + 10);
    }
}
