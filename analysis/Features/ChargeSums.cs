using Sems.Analysis.Charging;
using Sems.Analysis.Energy;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Features;

/// <summary>Charge and energy of a curve up to each of its readings, by trapezoids; nothing is counted over a gap.</summary>
internal sealed class ChargeSums
{
    private readonly IReadOnlyList<CurvePoint> _points;
    private readonly double[] _ah;
    private readonly double[] _wh;

    public ChargeSums(IReadOnlyList<CurvePoint> points, ChargeSide side)
    {
        (_points, _ah, _wh) = (points, new double[points.Count], new double[points.Count]);
        for (var i = 1; i < points.Count; i++)
        {
            var stepMs = points[i].AtMs - points[i - 1].AtMs;
            var hours = stepMs is > 0 and <= PhaseFinder.LongestStepMs ? stepMs / 3_600_000d : 0;
            if (stepMs > PhaseFinder.LongestStepMs) SilentS += stepMs / 1000d;
            _ah[i] = _ah[i - 1] + (hours * (Amperes(points[i - 1]) + Amperes(points[i])) / 2);
            _wh[i] = _wh[i - 1] + (hours * (Watts(points[i - 1], side) + Watts(points[i], side)) / 2);
        }
    }

    /// <summary>s in gaps.</summary>
    public double SilentS { get; }

    public double TotalAh => _ah[^1];

    public double TotalWh => _wh[^1];

    public double AhUpTo(int index) => _ah[index];

    public double Ah(IReadOnlyList<PhaseSpan> phases, ChargePhase phase) => Sum(_ah, phases, phase);

    public double Wh(IReadOnlyList<PhaseSpan> phases, ChargePhase phase) => Sum(_wh, phases, phase);

    private double Sum(double[] sums, IReadOnlyList<PhaseSpan> phases, ChargePhase phase) =>
        phases.Where(p => p.Phase == phase).Sum(p => sums[IndexAt(p.ToMs)] - sums[IndexAt(p.FromMs)]);

    private int IndexAt(long atMs)
    {
        var (low, high) = (0, _points.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_points[middle].AtMs < atMs) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static double Amperes(in CurvePoint point) => Math.Max(0, point.CurrentA);

    private static double Watts(in CurvePoint point, ChargeSide side) => side == ChargeSide.Battery
        ? Math.Max(0, point.CurrentA) * (point.VoltageV ?? 0)
        : Math.Max(0, DrawnPower.Of(point.PowerW, point.CurrentA, point.VoltageV));
}
