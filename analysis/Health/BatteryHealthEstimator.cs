using Sems.Analysis.Health.Curves;

namespace Sems.Analysis.Health;

/// <summary>
/// Follows a battery's health charge by charge, by what is measured at the battery itself: each answer is of this charge and those before it.
/// The charge that goes in is counted; where its beginning was not seen, what is known of this battery's curve completes it (<see cref="CurveFilter"/>).
/// </summary>
public sealed class BatteryHealthEstimator
{
    /// <summary>90 % of a normal distribution lie within so many deviations.</summary>
    private const double Ninety = 1.645;

    /// <summary>By how much the estimate's own deviation falls short, by the given cells.</summary>
    private const double Honesty = 1.2;

    /// <summary>How far the share that comes out of what goes in differs from battery to battery, with its temperature known and not.</summary>
    private const double LossApart = 0.009;
    private const double LossApartUnknown = 0.013;

    private readonly double _ratedAh;
    private readonly int _cells;
    private readonly CurvePrior _prior;
    private readonly CurveFilter _filter;
    private double _celsius = double.NaN;

    /// <summary>Begins with a battery nobody has seen.</summary>
    /// <param name="ratedAh">The battery's rated capacity, Ah, above 0.</param>
    /// <param name="cells">Cells in series, 1 or more.</param>
    /// <param name="prior">What is believed of batteries; the default when null.</param>
    public BatteryHealthEstimator(double ratedAh, int cells = 1, CurvePrior? prior = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratedAh);
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        (_ratedAh, _cells, _prior) = (ratedAh, cells, prior ?? CurvePrior.Default);
        _filter = new CurveFilter(_prior);
    }

    /// <summary>The health after one more charge. One that tells nothing (too few readings, cut off early) leaves the last answer, less sure.</summary>
    /// <param name="cycle">Its number, for the answer only.</param>
    /// <param name="points">Its readings; those that go back in time are left out.</param>
    public HealthEstimate Take(int cycle, IReadOnlyList<BatteryReading> points) => Take(cycle, ChargeCurveFinder.Find(points, _ratedAh, _cells));

    /// <summary>The same, of a charge whose curve was found already; null when it tells none.</summary>
    public HealthEstimate Take(int cycle, ChargeCurve? curve)
    {
        _filter.Take(curve);
        if (curve is not null && double.IsFinite(curve.TemperatureC)) _celsius = curve.TemperatureC;
        var soh = 100 * _filter.Whole * (1 - _prior.Loss(_celsius));
        var apart = soh * (double.IsFinite(_celsius) ? LossApart : LossApartUnknown);
        var own = 100 * Honesty * _filter.WholeDeviation;
        var miss = 100 * _filter.WholeMiss;
        var half = Ninety * Math.Sqrt((apart * apart) + (own * own) + (miss * miss));
        return new HealthEstimate(cycle, soh, Math.Max(0, soh - half), soh + half);
    }
}
