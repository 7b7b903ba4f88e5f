namespace Sems.Analysis.Health.Curves;

/// <summary>
/// What is believed of a battery's charge curve, charge after charge: a Kalman filter over the charge from each of <see cref="CurveGrid.Depths"/> to the
/// end, and the rate at which the whole fades. A charge that was seen in part measures the upper part of the curve; how curves change
/// (<see cref="CurveModes"/>) carries that to the rest. Charge is in shares of the rated capacity.
/// </summary>
public sealed class CurveFilter
{
    // How batteries differ (one standard deviation): capacity, V of polarisation, depth of discharge, each step of the shape
    private const double ScaleApart = 0.12;
    private const double ShiftApartV = 0.08;
    private const double BeginApart = 0.10;
    private const double StepApart = 0.3;
    private const double OwnApart = 0.01;

    // How a battery changes from one charge to the next: temperature and rest move its curve, its discharges do not all go equally deep
    private const double ScaleStep = 0.002;
    private const double ShiftStepV = 0.002;
    private const double BeginStep = 0.004;
    private const double OwnStep = 0.0005;

    // 0.2 % a charge, as cells that are charged at 0.75 C and emptied at 1 to 2 C fade: NASA's lose 30 % within 170 charges
    private const double Fade = -0.002;
    private const double FadeApart = 0.001;
    private const double FadeStep = 0.0001;
    private const double MostFade = 0.02;
    private const double LeastFade = 0;

    // How well a charge is counted: noise of one depth, and of all (the end of the charge)
    private const double OwnNoise = 0.003;
    private const double SharedNoise = 0.002;

    /// <summary>V; so far above its beginning a charge still shows what was before it.</summary>
    private const double TransientV = 0.12;

    /// <summary>A whole charge that is so many deviations less than believed began with the battery part full…</summary>
    private const double PartFull = 4;

    /// <summary>V below full, at rest: a battery whose charges nobody knows yet is no more empty than this when it is part full (about half).</summary>
    private const double PartFullDepthV = 0.42;

    /// <summary>…unless so many in a row say the same.</summary>
    private const int Convinced = 3;

    // Of the constant current: a charge that ended that much earlier than this battery's usually do was cut off
    private const double EndSlack = 0.02;
    private const double MostEnd = 0.10;
    private const double EndShare = 0.2;

    private const int Rate = 20;
    // A charge that deviates by the square root of this is odd: one is left out, two in a row are believed
    private const double Odd = 16;
    private const int Young = 5;
    private const double SurpriseShare = 0.1;
    private const double LeastSurprise = 0.3;
    private const double MostSurprise = 20;

    private readonly Belief _belief;
    private readonly ChargeStarts _starts = new();
    private int _charges;
    private bool _wasOdd;
    private int _partFull;
    private int _wholes;
    private double _end = double.NaN;
    private double _surprise = 1;
    private double _wholeMiss = 0.006 * 0.006;

    /// <summary>Begins with what is believed of any battery.</summary>
    public CurveFilter(CurvePrior prior)
    {
        _belief = new Belief([.. prior.Mean, Fade]);
        WidenAsApart(1);
        _belief.Covariance[Rate, Rate] = FadeApart * FadeApart;
    }

    /// <summary>The charge a whole charge takes, share of the rated capacity.</summary>
    public double Whole => _belief.Mean[CurveGrid.Whole];

    /// <summary>The standard deviation of it.</summary>
    public double WholeDeviation => _belief.Deviation(CurveGrid.Whole);

    /// <summary>By how much whole charges were off what was believed before them, root of the mean square of late.</summary>
    public double WholeMiss => Math.Sqrt(_wholeMiss);

    private ReadOnlySpan<double> Curve => _belief.Mean.AsSpan(0, CurveGrid.Count);

    /// <summary>One more charge; null when nothing could be read of it.</summary>
    public void Take(ChargeCurve? charge)
    {
        if (_charges++ > 0) Predict();
        if (charge is null) return;
        if (double.IsNaN(_end)) _end = Math.Min(charge.End, MostEnd);
        var (curve, added) = charge.End > _end + EndSlack ? charge.CompletedTo(_end) : (charge, 0);
        _end += EndShare * (Math.Min(charge.End, MostEnd) - _end);
        var noise = SharedNoise + (added / 3);
        MeasureCurve(curve, noise);
        if (charge.SawStart) MeasureWhole(curve, noise);
        else MeasurePart(curve);
        var highest = 0d;
        for (var i = 0; i < CurveGrid.Count; i++) _belief.Mean[i] = highest = Math.Max(highest, _belief.Mean[i]);
        _belief.Mean[Rate] = Math.Clamp(_belief.Mean[Rate], -MostFade, -LeastFade);
    }

    private void Predict()
    {
        var curve = Curve.ToArray();
        var fade = CurveModes.Fade(curve);
        var (mean, covariance) = (_belief.Mean, _belief.Covariance);
        var rate = new double[Rate + 1];
        for (var i = 0; i <= Rate; i++) rate[i] = covariance[i, Rate];
        for (var i = 0; i < Rate; i++)
        {
            mean[i] += fade[i] * mean[Rate];
            for (var j = 0; j < Rate; j++) covariance[i, j] += (fade[i] * rate[j]) + (rate[i] * fade[j]) + (fade[i] * fade[j] * rate[Rate]);
            covariance[i, Rate] = covariance[Rate, i] = rate[i] + (fade[i] * rate[Rate]);
        }
        var more = Math.Sqrt(_surprise);
        _belief.Widen(curve, ScaleStep * more);
        _belief.Widen(CurveModes.Shift(curve), ShiftStepV * more);
        _belief.Widen(CurveModes.Begin(curve), BeginStep * more);
        WidenOwn(OwnStep * more);
        covariance[Rate, Rate] += FadeStep * FadeStep;
    }

    private void MeasureCurve(ChargeCurve charge, double noise)
    {
        var seen = Enumerable.Range(0, CurveGrid.Whole).Where(i => !double.IsNaN(charge.Remaining[i]) && !IsTransient(charge, i)).ToList();
        if (seen.Count == 0) return;
        double[] values = [.. seen.Select(i => charge.Remaining[i])];
        var surprise = _belief.Surprise(seen, values, OwnNoise, noise);
        if (surprise > Odd && _charges > Young && !_wasOdd)
        {
            _wasOdd = true;
            return;
        }
        _wasOdd = false;
        for (var share = 0.1; surprise > Odd && share < 2; share *= 2)
        {
            WidenAsApart(share);
            surprise = _belief.Surprise(seen, values, OwnNoise, noise);
        }
        _belief.Measure(seen, values, OwnNoise, noise);
        if (_charges > 1) _surprise = Math.Clamp(_surprise + (SurpriseShare * (Math.Min(surprise, Odd) - _surprise)), LeastSurprise, MostSurprise);
    }

    private static bool IsTransient(ChargeCurve charge, int depth) =>
        charge.SawStart && CurveGrid.Depths[depth] > charge.StartDepth - TransientV;

    /// <summary>The readings begin with the charge: it is a whole one, or the battery was part full.</summary>
    private void MeasureWhole(ChargeCurve charge, double noise)
    {
        var miss = charge.Charge - Whole;
        var expected = Math.Sqrt((WholeDeviation * WholeDeviation) + (OwnNoise * OwnNoise));
        var isPart = miss < -PartFull * expected || (_wholes == 0 && miss < -expected && charge.RestDepth < PartFullDepthV);
        _partFull = isPart ? _partFull + 1 : 0;
        if (isPart && _partFull < Convinced)
        {
            _belief.NotBelow(CurveGrid.Whole, charge.Charge);
            return;
        }
        if (Math.Abs(miss) > PartFull * expected) _belief.Widen(CurveModes.Begin(Curve), miss);
        if (_wholes++ > 2) _wholeMiss += SurpriseShare * (Math.Min(miss * miss, 0.01) - _wholeMiss);
        _partFull = 0;
        _starts.Take(Curve, charge, charge.Charge);
        var below = Enumerable.Range(0, CurveGrid.Count).Where(i => i == CurveGrid.Whole || IsTransient(charge, i)).ToList();
        _belief.Measure(below, [.. below.Select(i => double.IsNaN(charge.Remaining[i]) ? charge.Charge : charge.Remaining[i])], OwnNoise, noise);
    }

    /// <summary>
    /// The readings begin in the middle: the whole is no less than what was seen; and of all the places where late charges began, the lowest is near
    /// the beginning.
    /// </summary>
    private void MeasurePart(ChargeCurve charge)
    {
        _belief.NotBelow(CurveGrid.Whole, charge.Charge);
        if (_starts.Take(Curve, charge, Whole) is not { } lowest) return;
        var weights = new double[CurveGrid.Count];
        weights[CurveGrid.Whole] = 1;
        if (!double.IsNaN(lowest.Depth))
        {
            // what is measured is only how much more than from there on: that was seen a while ago and may have faded since
            var (before, share) = CurveGrid.Place(lowest.Depth);
            weights[before] -= 1 - share;
            if (share > 0) weights[before + 1] -= share;
        }
        _belief.MeasureSum(weights, lowest.Gap + (double.IsNaN(lowest.Depth) ? lowest.Charge : 0), lowest.Deviation);
    }

    /// <summary>What one knows of it counts less: as if it were, by a share of how batteries differ, another battery.</summary>
    private void WidenAsApart(double share)
    {
        var curve = Curve.ToArray();
        _belief.Widen(CurveModes.Fade(curve), ScaleApart * share);
        _belief.Widen(CurveModes.Shift(curve), ShiftApartV * share);
        _belief.Widen(CurveModes.Begin(curve), BeginApart * share);
        WidenSteps(CurveModes.Steps(curve, StepApart * share));
        WidenOwn(OwnApart * share);
    }

    private void WidenOwn(double deviation)
    {
        for (var i = 0; i < CurveGrid.Count; i++) _belief.Covariance[i, i] += deviation * deviation;
    }

    private void WidenSteps(double[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
            for (var j = 0; j < sums.Length; j++) _belief.Covariance[i, j] += sums[Math.Min(i, j)];
    }
}
