using Sems.Analysis.Charging;
using Sems.Analysis.Energy;
using Sems.Analysis.Features;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Models;

/// <summary>
/// The shape of a charge that ended full: current and power over the share of its own energy, from 0 to 100 % in steps of 2. It is aligned at its end, full, for
/// where it began nobody knows. Plain values: it goes to JSON and back.
/// </summary>
/// <param name="EnergyWh">Energy from its beginning to full, Wh; what holds it full afterwards does not count.</param>
/// <param name="CurrentA">A at each step.</param>
/// <param name="PowerW">W at each step: such that they add up to the energy.</param>
public sealed record ChargeShape(double EnergyWh, IReadOnlyList<double> CurrentA, IReadOnlyList<double> PowerW)
{
    /// <summary>Steps from empty to full.</summary>
    public const int Steps = 50;

    /// <summary>Wh; of less there is no shape on the mains' side.</summary>
    private const double LeastMainsWh = 20;

    /// <summary>The shape of a charge; null when it did not end full, or took next to nothing.</summary>
    /// <param name="points">Its readings, in the order of their time.</param>
    /// <param name="phases">Its phases.</param>
    /// <param name="features">Its features; their energy is what the shape adds up to.</param>
    public static ChargeShape? Of(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases, ChargeFeatures features)
    {
        if (!features.EndedFull || !features.SawConstantCurrent || FullAt(points, phases) is not { } full) return null;
        var trace = PowerTrace.Of(points);
        var (all, toFull) = (trace.Between(0, points.Count - 1), trace.Between(0, full));
        if (all <= 0 || toFull <= 0) return null;
        var factor = features.EnergyWh / all;
        if (features.Side == ChargeSide.Mains && toFull * factor < LeastMainsWh) return null;

        var (current, power) = (new double[Steps + 1], new double[Steps + 1]);
        var at = 0;
        for (var step = 0; step <= Steps; step++)
        {
            var wh = toFull * step / Steps;
            while (at < full && trace.Between(0, at) < wh) at++;
            current[step] = Math.Round(Middle(i => points[i].CurrentA, at, full), 3);
            power[step] = Math.Round(Middle(trace.WattsAt, at, full) * factor, 1);
        }

        return new ChargeShape(Math.Round(toFull * factor, 3), current, power);
    }

    /// <summary>The value at a share of the charge, between two steps.</summary>
    /// <param name="values">At each step.</param>
    /// <param name="share">0 to 1.</param>
    public static double At(IReadOnlyList<double> values, double share)
    {
        var place = Math.Clamp(share, 0, 1) * Steps;
        var before = Math.Min((int)place, Steps - 1);
        return values[before] + ((values[before + 1] - values[before]) * (place - before));
    }

    /// <summary>The reading at which the battery was full: the end of the last time it was charged in earnest.</summary>
    private static int? FullAt(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases)
    {
        var last = phases.LastOrDefault(p => p.Phase is ChargePhase.ConstantCurrent or ChargePhase.Taper);
        if (last.ToMs == 0) return null;
        var index = points.Count - 1;
        while (index > 0 && points[index].AtMs > last.ToMs) index--;
        return index > 0 ? index : null;
    }

    /// <summary>The middle one of five readings around a place: one odd reading is no shape.</summary>
    private static double Middle(Func<int, double> value, int at, int last)
    {
        Span<double> window = stackalloc double[5];
        var from = Math.Max(0, Math.Min(at - 2, last - 4));
        var count = Math.Min(5, last - from + 1);
        for (var i = 0; i < count; i++) window[i] = value(from + i);
        window[..count].Sort();
        return window[count / 2];
    }
}
