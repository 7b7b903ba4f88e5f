using Sems.Analysis.Charging;

namespace Sems.Analysis.Phases;

/// <summary>
/// What a curve's phases are found by: the current (at the mains that of the nominal voltage, so that a swing of the supply is none of the battery's), the
/// battery's voltage where it was measured, and the scales of this curve: its plateau, its noise, and what is as good as nothing.
/// </summary>
internal sealed class ChargeSignal
{
    /// <summary>V; mains currents are brought to this voltage.</summary>
    public const double NominalMainsV = 220;

    /// <summary>Of the plateau; below it nothing flows: chargers stop between C/20 and C/100.</summary>
    public const double NothingShare = 1 / 100d;

    /// <summary>A; below it nothing can be told from nothing.</summary>
    public const double NothingA = 0.004;

    private const int PlateauWindow = 7;
    private const int Window = 5;

    private ChargeSignal(IReadOnlyList<CurvePoint> points)
    {
        Points = points;
        Side = ChargeSides.Of(points);
        var mains = Side == ChargeSide.Mains && points.All(p => p.VoltageV >= ChargeSides.LeastMainsV);
        At = new double[points.Count];
        Current = new double[points.Count];
        for (var i = 0; i < At.Length; i++)
        {
            At[i] = (points[i].AtMs - points[0].AtMs) / 1000d;
            Current[i] = points[i].CurrentA * (mains ? points[i].VoltageV!.Value / NominalMainsV : 1);
        }

        Smooth = Medians(Current, Window);
        PlateauA = Medians(Current, PlateauWindow).Max();
        FloorA = Math.Max(NothingA, PlateauA * NothingShare);
        StepS = Middle(Enumerable.Range(1, Math.Max(0, At.Length - 1)).Select(i => At[i] - At[i - 1]), 10);
        NoiseA = Middle(Enumerable.Range(1, Math.Max(0, At.Length - 1)).Where(i => Current[i] > FloorA && Current[i - 1] > FloorA)
            .Select(i => Math.Abs(Current[i] - Current[i - 1])), 0) * 1.4826 / Math.Sqrt(2);
        if (Side == ChargeSide.Battery) VoltageV = Filled(points);
    }

    public IReadOnlyList<CurvePoint> Points { get; }

    public ChargeSide Side { get; }

    /// <summary>s since the first one.</summary>
    public double[] At { get; }

    /// <summary>A.</summary>
    public double[] Current { get; }

    /// <summary>A: the median of five.</summary>
    public double[] Smooth { get; }

    /// <summary>V of the battery; null when it was not measured.</summary>
    public double[]? VoltageV { get; }

    /// <summary>A: the highest that held.</summary>
    public double PlateauA { get; }

    /// <summary>A; below it nothing flows.</summary>
    public double FloorA { get; }

    /// <summary>A: the standard deviation of a reading.</summary>
    public double NoiseA { get; }

    /// <summary>s: how far readings usually are apart.</summary>
    public double StepS { get; }

    public int Count => At.Length;

    /// <summary>The signal of a clean curve that is not empty.</summary>
    public static ChargeSignal Of(IReadOnlyList<CurvePoint> points) => new(points);

    /// <summary>The middle one; what stands in when there is none.</summary>
    public static double Middle(IEnumerable<double> values, double none)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? none : sorted[sorted.Count / 2];
    }

    /// <summary>The median of the readings from one index to before another.</summary>
    public double Level(int from, int to) => Middle(Current.Skip(Math.Max(0, from)).Take(Math.Min(Count, to) - Math.Max(0, from)), 0);

    /// <summary>The running median; at the ends that of the first and the last window.</summary>
    public static double[] Medians(double[] values, int window)
    {
        var medians = new double[values.Length];
        Span<double> sorted = stackalloc double[window];
        for (var i = 0; i < values.Length; i++)
        {
            var from = Math.Clamp(i - (window / 2), 0, Math.Max(0, values.Length - window));
            var part = sorted[..Math.Min(window, values.Length - from)];
            values.AsSpan(from, part.Length).CopyTo(part);
            part.Sort();
            medians[i] = part[part.Length / 2];
        }

        return medians;
    }

    /// <summary>A missing voltage is that before it.</summary>
    private static double[] Filled(IReadOnlyList<CurvePoint> points)
    {
        var voltages = new double[points.Count];
        var last = points.First(p => p.VoltageV is > 0).VoltageV!.Value;
        for (var i = 0; i < voltages.Length; i++) voltages[i] = last = points[i].VoltageV is > 0 and var volts ? volts : last;
        return voltages;
    }
}
