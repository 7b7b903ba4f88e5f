using Sems.Analysis.Charging;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Features;

/// <summary>Draws the features out of a charge and its phases.</summary>
public static class FeatureFinder
{
    /// <summary>s at constant current from which on it counts as seen.</summary>
    public const double LeastConstantS = 300;

    /// <summary>Of the plateau; a taper that came down to this and was followed by nothing had a full battery.</summary>
    public const double FullShare = 0.2;

    /// <summary>Of the highest voltage: where <see cref="ChargeFeatures.FromVoltages"/> looks; a lithium cell's 3.70 to 4.16 V.</summary>
    public static readonly IReadOnlyList<double> VoltageShares = [0.88, 0.90, 0.92, 0.94, 0.96, 0.98, 0.99];

    /// <summary>The features of a charge; see <see cref="ChargeFeatures.Of"/>.</summary>
    public static ChargeFeatures Find(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases, double? energyWh)
    {
        if (points.Count == 0) return new ChargeFeatures { EnergyWh = energyWh ?? 0 };
        var side = ChargeSides.Of(points);
        var plateau = Plateau(points, phases);
        var sums = new ChargeSums(points, side);
        var constantS = Seconds(phases, ChargePhase.ConstantCurrent);
        var taper = phases.Any(p => p.Phase == ChargePhase.Taper);
        var full = side == ChargeSide.Battery ? FullVoltage(points) : null;
        return new ChargeFeatures
        {
            StartedMs = points[0].AtMs,
            EndedMs = points[^1].AtMs,
            Side = side,
            PlateauA = plateau,
            ConstantCurrentS = constantS,
            TaperS = Seconds(phases, ChargePhase.Taper),
            TaperTauS = TaperFit.Tau(points, phases, plateau),
            TrickleS = Seconds(phases, ChargePhase.Trickle),
            ZeroS = Seconds(phases, ChargePhase.ZeroCurrent),
            InterruptedS = Seconds(phases, ChargePhase.Interrupted),
            SilentS = sums.SilentS,
            ConstantWh = constantS > 0 ? sums.Wh(phases, ChargePhase.ConstantCurrent) : null,
            TaperWh = taper ? sums.Wh(phases, ChargePhase.Taper) : null,
            EnergyWh = energyWh ?? sums.TotalWh,
            ChargingShare = ChargingShare(sums, phases),
            ChargeAh = sums.TotalAh,
            EndedFull = EndedFull(points, phases, plateau),
            SawConstantCurrent = constantS >= LeastConstantS,
            FirstV = side == ChargeSide.Battery ? FirstVoltage(points, plateau) : null,
            FullV = full,
            TaperAh = taper ? sums.Ah(phases, ChargePhase.Taper) : null,
            FromVoltages = full is { } v ? [.. From(points, sums, plateau, v)] : null,
        };
    }

    private static double Seconds(IReadOnlyList<PhaseSpan> phases, ChargePhase phase) =>
        phases.Where(p => p.Phase == phase).Sum(p => p.ToMs - p.FromMs) / 1000d;

    private static double ChargingShare(ChargeSums sums, IReadOnlyList<PhaseSpan> phases)
    {
        var charging = sums.Wh(phases, ChargePhase.ConstantCurrent) + sums.Wh(phases, ChargePhase.Taper);
        return charging > 0 && sums.TotalWh > 0 ? Math.Min(1, charging / sums.TotalWh) : 1;
    }

    private static double Plateau(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases)
    {
        var constant = phases.Where(p => p.Phase == ChargePhase.ConstantCurrent).ToList();
        var currents = points.Where(p => constant.Exists(s => p.AtMs >= s.FromMs && p.AtMs < s.ToMs)).Select(p => p.CurrentA).Order().ToList();
        if (currents.Count > 0) return currents[currents.Count / 2];
        return Math.Max(0, points.Max(p => p.CurrentA));
    }

    /// <summary>The current fell, and after that there is a tail or nothing; or it fell nearly to nothing before the readings ended.</summary>
    private static bool EndedFull(IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases, double plateau)
    {
        var taper = phases.ToList().FindLastIndex(p => p.Phase == ChargePhase.Taper);
        if (taper < 0) return phases.Count > 0 && phases[^1].Phase == ChargePhase.Trickle;
        if (phases.Skip(taper + 1).Any(p => p.Phase is ChargePhase.ConstantCurrent)) return false;
        if (phases.Skip(taper + 1).Any(p => p.Phase is ChargePhase.Trickle)) return true;
        var span = phases[taper];
        var last = points.LastOrDefault(p => p.AtMs >= span.FromMs && p.AtMs < span.ToMs);
        return last.AtMs > 0 && last.CurrentA <= FullShare * plateau;
    }

    private static double? FirstVoltage(IReadOnlyList<CurvePoint> points, double plateau)
    {
        foreach (var point in points)
            if (point.CurrentA >= 0.5 * plateau && point.VoltageV is > 0 and var volts) return volts;
        return null;
    }

    private static double? FullVoltage(IReadOnlyList<CurvePoint> points)
    {
        var voltages = points.Where(p => p.VoltageV is > 0).Select(p => p.VoltageV!.Value).OrderDescending().ToList();
        return voltages.Count == 0 ? null : voltages[voltages.Count / 40];
    }

    private static IEnumerable<ChargeFromVoltage> From(IReadOnlyList<CurvePoint> points, ChargeSums sums, double plateau, double fullV)
    {
        foreach (var share in VoltageShares)
        {
            var at = Crossing(points, plateau, share * fullV);
            if (at is { } index) yield return new ChargeFromVoltage(share, sums.TotalAh - sums.AhUpTo(index));
        }
    }

    /// <summary>Where the voltage passes a level at constant current for good; null when the charge began above it or never came there.</summary>
    private static int? Crossing(IReadOnlyList<CurvePoint> points, double plateau, double volts)
    {
        int? crossing = null;
        var below = false;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].CurrentA < 0.9 * plateau || points[i].VoltageV is not { } v) continue;
            if (v < volts) (below, crossing) = (true, null);
            else if (below) crossing ??= i;
        }
        return crossing;
    }
}
