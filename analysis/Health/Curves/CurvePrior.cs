namespace Sems.Analysis.Health.Curves;

/// <summary>What is believed of a battery nobody has seen yet.</summary>
/// <param name="Mean">The charge from each of <see cref="CurveGrid.Depths"/> on, share of the rated capacity.</param>
/// <param name="LossAt24">The share of a charge that does not come out again, at 24 °C.</param>
public sealed record CurvePrior(IReadOnlyList<double> Mean, double LossAt24)
{
    /// <summary>
    /// The mean of NASA's cells B0005, B0006 and B0029 over the first half of their lives, by <see cref="Learn"/>. Only a start: the filter takes it for so uncertain that
    /// a few charges outweigh it, and leaving any of the three out changes the errors by less than a tenth of a point.
    /// </summary>
    public static readonly CurvePrior Default = new(
        [0.244, 0.266, 0.291, 0.317, 0.350, 0.385, 0.430, 0.480, 0.539, 0.604, 0.671, 0.731, 0.781, 0.816, 0.850, 0.872, 0.883, 0.890, 0.895, 0.896], 0.0121);

    /// <summary>Below this share of the battery's median a charge began with the battery part full.</summary>
    private const double DeepShare = 0.9;

    /// <summary>
    /// The share of a charge that does not come out again. Side reactions follow Arrhenius' law; the activation energy is that of the capacity loss of
    /// lithium cells, 31.7 kJ/mol (J. Wang et al., J. Power Sources 196 (2011) 3942).
    /// </summary>
    /// <param name="celsius">°C; NaN counts as 24.</param>
    public double Loss(double celsius) => LossAt24 * Arrhenius(celsius);

    /// <summary>Learns from whole charges of other batteries (curves from the first half of their lives, as most histories begin young), each with the capacity that was found after it (share of the rated one, null: none).</summary>
    public static CurvePrior Learn(IEnumerable<IReadOnlyList<(ChargeCurve Curve, double? Capacity)>> batteries)
    {
        var (means, losses) = (new List<double[]>(), new List<double>());
        foreach (var battery in batteries)
        {
            var whole = battery.Where(b => b.Curve.SawStart).ToList();
            var typical = Median(whole.Select(b => b.Curve.Charge));
            var deep = whole.Where(b => b.Curve.Charge > DeepShare * Median(Near(whole, b)) && b.Curve.Charge > 0.5 * typical).ToList();
            var young = deep.Take((deep.Count + 1) / 2).ToList();
            means.Add([.. Enumerable.Range(0, CurveGrid.Count).Select(i => young.Average(b => double.IsNaN(b.Curve.Remaining[i]) ? b.Curve.Charge : b.Curve.Remaining[i]))]);
            losses.Add(Median(deep.Where(b => b.Capacity is not null).Select(b => (1 - (b.Capacity!.Value / b.Curve.Charge)) / Arrhenius(b.Curve.TemperatureC))));
        }
        return new CurvePrior([.. Enumerable.Range(0, CurveGrid.Count).Select(i => means.Average(m => m[i]))], losses.Average());
    }

    private static IEnumerable<double> Near(List<(ChargeCurve Curve, double? Capacity)> charges, (ChargeCurve Curve, double? Capacity) one)
    {
        var at = charges.IndexOf(one);
        return charges.Skip(Math.Max(0, at - 4)).Take(9).Select(c => c.Curve.Charge);
    }

    private static double Arrhenius(double celsius)
    {
        const double ActivationJ = 31_700;
        const double GasJ = 8.314;
        const double ReferenceK = 297.15;
        return double.IsFinite(celsius) ? Math.Exp(ActivationJ / GasJ * ((1 / ReferenceK) - (1 / (Math.Clamp(celsius, -20, 70) + 273.15)))) : 1;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
