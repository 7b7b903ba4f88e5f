using Sems.Analysis.Anomalies;
using Sems.Analysis.Charging;

namespace Sems.Analysis.Energy;

/// <summary>
/// Energy over a charge by power, or by current and voltage: the trapezoid between readings. What it says is to be multiplied by a factor
/// that is known within bounds only: on the mains, current times voltage is apparent power.
/// </summary>
internal sealed class PowerTrace
{
    /// <summary>A gap is bridged to this length (s); of what is longer, half: nobody knows whether it went on.</summary>
    public const double LongestBridgeS = 2 * 3600;

    /// <summary>Readings further apart than so many usual steps have a gap between them, when the usual step is long.</summary>
    private const double StepsOfGap = 3;

    private readonly double[] _watts;
    private readonly double[] _wh;
    private readonly double[] _silentWh;
    private readonly double[] _mostWh;

    private PowerTrace(IReadOnlyList<CurvePoint> points, double[] watts, EnergySource source, Factor factor)
    {
        (Points, _watts, Source, Factor) = (points, watts, source, factor);
        (_wh, _silentWh, _mostWh) = (new double[points.Count], new double[points.Count], new double[points.Count]);
        var most = watts.DefaultIfEmpty(0).Max();
        var longest = LongestStepS(points);
        for (var i = 1; i < points.Count; i++)
        {
            var seconds = (points[i].AtMs - points[i - 1].AtMs) / 1000d;
            var isGap = seconds > longest;
            var bridged = isGap ? Bridged(seconds) : seconds;
            var step = (watts[i - 1] + watts[i]) / 2 * bridged / 3600;
            Ah += Math.Max(0, (points[i - 1].CurrentA + points[i].CurrentA) / 2) * bridged / 3600;
            _wh[i] = _wh[i - 1] + step;
            _silentWh[i] = _silentWh[i - 1] + (isGap ? step : 0);
            _mostWh[i] = _mostWh[i - 1] + (isGap ? most * seconds / 3600 : Math.Max(watts[i - 1], watts[i]) * seconds / 3600);
        }
    }

    /// <summary>The readings, in the order of their time.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>What the power is known from.</summary>
    public EnergySource Source { get; }

    /// <summary>What the trace is to be multiplied by.</summary>
    public Factor Factor { get; }

    /// <summary>Current times time, Ah; gaps are bridged as for the energy.</summary>
    public double Ah { get; }

    /// <summary>The trace of readings that are in the order of their time.</summary>
    public static PowerTrace Of(IReadOnlyList<CurvePoint> points)
    {
        var side = ChargeSides.Of(points);
        var measured = points.Any(p => p.VoltageV >= Limits.LeastVoltageV);
        var apparent = Apparent(points);
        if (PowerShare(points, apparent) is { } share)
        {
            var watts = new double[points.Count];
            for (var i = 0; i < watts.Length; i++) watts[i] = Math.Max(0, points[i].PowerW ?? (apparent[i] * share));
            return new PowerTrace(points, watts, EnergySource.Power, Factor.OfPower);
        }

        var factor = side == ChargeSide.Battery ? Factor.OfBattery : measured ? Factor.OfMains : Factor.OfNominalMains;
        return new PowerTrace(points, apparent, EnergySource.CurrentVoltage, factor);
    }

    /// <summary>W at a reading, before the factor.</summary>
    public double WattsAt(int index) => _watts[index];

    /// <summary>Wh between two readings, before the factor.</summary>
    public double Between(int from, int to) => _wh[to] - _wh[from];

    /// <summary>Of that, what lies in gaps.</summary>
    public double SilentBetween(int from, int to) => _silentWh[to] - _silentWh[from];

    /// <summary>At most so much, before the factor: gaps at the highest power of the charge.</summary>
    public double MostBetween(int from, int to) => _mostWh[to] - _mostWh[from];

    private static double Bridged(double seconds) => seconds > LongestBridgeS ? LongestBridgeS + ((seconds - LongestBridgeS) / 2) : seconds;

    private static double LongestStepS(IReadOnlyList<CurvePoint> points)
    {
        if (points.Count < 2) return CurveGaps.LongestStep;
        var steps = new double[points.Count - 1];
        for (var i = 0; i < steps.Length; i++) steps[i] = (points[i + 1].AtMs - points[i].AtMs) / 1000d;
        Array.Sort(steps);
        return Math.Max(CurveGaps.LongestStep, StepsOfGap * steps[steps.Length / 2]);
    }

    /// <summary>Current times voltage; a missing voltage is the last one known, or the nominal one.</summary>
    private static double[] Apparent(IReadOnlyList<CurvePoint> points)
    {
        var voltage = points.FirstOrDefault(p => p.VoltageV >= Limits.LeastVoltageV).VoltageV ?? Limits.MainsV;
        var apparent = new double[points.Count];
        for (var i = 0; i < apparent.Length; i++)
        {
            if (points[i].VoltageV is >= Limits.LeastVoltageV and var v) voltage = v;
            apparent[i] = Math.Max(0, points[i].CurrentA) * voltage;
        }

        return apparent;
    }

    /// <summary>Power as a share of current times voltage (its median); null when too few readings have one, or it cannot be true.</summary>
    private static double? PowerShare(IReadOnlyList<CurvePoint> points, double[] apparent)
    {
        var least = apparent.DefaultIfEmpty(0).Max() / 5;
        var shares = new List<double>();
        for (var i = 0; i < apparent.Length; i++)
            if (points[i].PowerW is { } power && apparent[i] > 0 && apparent[i] >= least) shares.Add(power / apparent[i]);
        if (points.Count(p => p.PowerW is not null) * 2 < points.Count) return null;
        if (shares.Count == 0) return 1;
        shares.Sort();
        return shares[shares.Count / 2] is >= 0.25 and <= 1.5 and var share ? share : null;
    }
}

/// <summary>What is true of what a trace says: the middle, and the ends of its 90 % interval; and what a counter beside it may say of it.</summary>
internal readonly record struct Factor(double Low, double Middle, double High, double CounterLow, double CounterHigh)
{
    /// <summary>Measured power: the meter's own error.</summary>
    public static readonly Factor OfPower = new(0.97, 1, 1.03, 0.8, 1.25);

    /// <summary>A battery's own current and voltage. A counter beside it may count in front of the charger, which loses up to a third.</summary>
    public static readonly Factor OfBattery = new(0.98, 1, 1.02, 0.9, 1.5);

    /// <summary>Apparent power: chargers for electric bikes have power factors from about 0.55 (none corrected) to 1 (corrected).</summary>
    public static readonly Factor OfMains = new(0.55, 0.8, 1.02, 0.4, 1.1);

    /// <summary>The same by a voltage nobody measured: 220 V within 7 %.</summary>
    public static readonly Factor OfNominalMains = new(0.53, 0.8, 1.06, 0.38, 1.15);
}
