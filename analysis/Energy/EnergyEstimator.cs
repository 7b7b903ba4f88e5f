using Sems.Analysis.Charging;

namespace Sems.Analysis.Energy;

/// <summary>
/// The energy of a charge: by the meter's counter where power, or current and voltage, agree with it, and by these where they do not.
/// The sound stretches of the counter also tell the power factor for the rest.
/// </summary>
public static class EnergyEstimator
{
    /// <summary>Of a 90 % interval to its standard deviation, on each side.</summary>
    private const double Sigmas = 1.645;

    /// <summary>A meter of class 2 may be wrong by so much.</summary>
    private const double MeterError = 0.02;

    /// <summary>More, when its digits had to be decoded.</summary>
    private const double DecodedError = 0.03;

    /// <summary>The power factor of a charger changes with its load: where it is taken over from elsewhere in the charge, so much.</summary>
    private const double TakenOverError = 0.08;

    /// <summary>Of what a trace bridges in a silence, so much is uncertain.</summary>
    private const double SilentError = 0.4;

    /// <summary>The share of a charge that a counter must have told for its ratio to the trace to hold for the rest.</summary>
    private const double LeastToldShare = 0.05;

    /// <summary>What a stretch counted is wrong by so many of its steps (standard deviation): it begins and ends with one, seen late.</summary>
    private const double StepError = 0.25;

    /// <summary>Estimates the energy of a charge.</summary>
    /// <param name="points">Its readings, in any order: those that do not come after the one before them are left out.</param>
    public static EnergyEstimate Estimate(IReadOnlyList<CurvePoint> points)
    {
        var trace = PowerTrace.Of(Ordered(points));
        if (trace.Points.Count < 2) return new EnergyEstimate(0, 0, 0, trace.Source, []);
        var audit = CounterAudit.Of(trace);

        var last = trace.Points.Count - 1;
        var all = trace.Between(0, last);
        var counted = audit.Stretches.Sum(s => s.Wh);
        var told = audit.Stretches.Sum(s => trace.Between(s.From, s.To));
        var rest = Math.Max(0, all - told);
        var silent = trace.SilentBetween(0, last) - audit.Stretches.Sum(s => trace.SilentBetween(s.From, s.To));

        var steps = Math.Sqrt(audit.Stretches.Sum(s => Square(StepError * s.StepWh)));
        var factor = all > 0 && told >= LeastToldShare * all && counted > 0 ? Known(trace.Factor, counted / told, Sigmas * steps / counted) : trace.Factor;
        var middle = counted + (rest * factor.Middle);
        var spread = Square(Sigmas * steps);
        spread += Square(counted * (audit.IsDecoded ? DecodedError : MeterError)) + Square(silent * factor.Middle * SilentError);
        var low = middle - Math.Sqrt(spread + Square(rest * (factor.Middle - factor.Low)));
        var high = middle + Math.Sqrt(spread + Square(rest * (factor.High - factor.Middle)));
        var source = counted > 0 && counted >= middle / 2 ? EnergySource.Counter : trace.Source;
        return new EnergyEstimate(middle, Math.Max(0, low), high, source, audit.Faults, middle > 0 ? counted / middle : 0, silent * factor.Middle, trace.Ah);
    }

    /// <summary>What the counter tells of the factor, where it could be believed.</summary>
    private static Factor Known(Factor before, double ratio, double ratioError)
    {
        var error = Math.Min(TakenOverError, (before.High - before.Low) / 2) + ratioError;
        return before with { Low = ratio * (1 - error), Middle = ratio, High = ratio * (1 + error) };
    }

    private static double Square(double value) => value * value;

    private static IReadOnlyList<CurvePoint> Ordered(IReadOnlyList<CurvePoint> points)
    {
        var ordered = new List<CurvePoint>(points.Count);
        foreach (var point in points)
            if (double.IsFinite(point.CurrentA) && (ordered.Count == 0 || point.AtMs > ordered[^1].AtMs)) ordered.Add(point);
        return ordered;
    }
}
