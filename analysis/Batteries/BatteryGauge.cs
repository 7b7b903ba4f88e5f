using Sems.Analysis.Charging;

namespace Sems.Analysis.Batteries;

/// <summary>
/// Tells how full a battery is from how its charge went. At constant current only counting helps: what was left, plus the energy since times
/// <see cref="BatteryFigures.Efficiency"/> over the rated capacity. When the current falls, what is missing falls with it: at constant voltage the current
/// is proportional to the missing charge (an exponential in time), so missing = missing at the begin of the fall · (I − I_full) / (I_begin − I_full), I_full
/// being the tail current by which a battery counts as full. The second goes on where the first stood, so nothing jumps, and an error in what was
/// said dies away. Without anything said the fall begins at <see cref="BatteryFigures.Knee"/>.
/// </summary>
public static class BatteryGauge
{
    /// <summary>Percent; more is shown only when the battery was seen full.</summary>
    public const double MostBeforeFull = 99;

    /// <summary>Of the constant current; chargers end the charge there at the latest (BU-409: 3–5 %).</summary>
    private const double LeastTailShare = 0.03;

    private const double LeastDecay = 0.1;
    private const long LeastDecayMs = 10 * 60_000;
    private const double LeastSeconds = 60;

    /// <summary>How full it is.</summary>
    /// <param name="course">How the charge went so far.</param>
    /// <param name="label">The battery.</param>
    /// <param name="leftPercent">What was left when the charge began, 0 to 100; null when not known. It says nothing without a capacity.</param>
    /// <param name="isFull">It was seen full.</param>
    /// <param name="powered">The switch is closed.</param>
    /// <param name="tailA">A; below it a battery counts as full (<see cref="FullRule.TailA"/>).</param>
    public static GaugeReading Read(ChargeCourse course, BatteryLabel label, double? leftPercent, bool isFull, bool powered, double tailA)
    {
        if (isFull) return GaugeReading.Full;
        var figures = BatteryFigures.Of(label.Kind);
        var state = State(course, label, figures, leftPercent, tailA);
        var percent = state is { } full ? Math.Clamp(full * 100, 0, MostBeforeFull) : (double?)null;
        var basis = percent is null ? GaugeBasis.None : course.Tapers.Count > 0 ? GaugeBasis.Curve : GaugeBasis.Said;
        return new GaugeReading(
            percent, basis, Uncertainty(basis, percent, leftPercent, label.Kind), powered ? SecondsToFull(course, label, figures, state, tailA) : null);
    }

    private static double? State(ChargeCourse course, BatteryLabel label, BatteryFigures figures, double? leftPercent, double tailA)
    {
        var state = label.CapacityWh is null ? null : leftPercent / 100;
        var countedWh = 0d;
        foreach (var taper in course.Tapers)
        {
            var begin = state is { } counted ? Counted(counted, taper.BeginWh - countedWh, label, figures) : 1 - ((1 - figures.Knee) * taper.BeginShare);
            state = 1 - ((1 - begin) * Missing(taper, TailShare(course, tailA)));
            countedWh = taper.EndWh ?? course.EnergyWh;
        }
        return state is { } last ? Counted(last, course.EnergyWh - countedWh, label, figures) : null;
    }

    private static double Counted(double state, double wh, BatteryLabel label, BatteryFigures figures) => label.CapacityWh is { } capacity
        ? Math.Min(state + (wh * figures.Efficiency / capacity), Math.Max(state, figures.ConstantCeiling))
        : state;

    /// <summary>What is still missing of what was missing when the current began to fall, 0 to 1.</summary>
    private static double Missing(TaperSpan taper, double tailShare) => taper.BeginShare > tailShare + LeastTailShare
        ? Math.Max(0, (taper.LowestShare - tailShare) / (taper.BeginShare - tailShare))
        : taper.LowestShare / taper.BeginShare;

    /// <summary>The tail current as a share of the constant one; a charger that never gave much more than the tail goes on to the least.</summary>
    private static double TailShare(ChargeCourse course, double tailA)
    {
        var share = course.LevelA > 0 ? tailA / course.LevelA : 1;
        return share is > LeastTailShare and < 0.8 ? share : LeastTailShare;
    }

    private static double? Uncertainty(GaugeBasis basis, double? percent, double? leftPercent, BatteryKind kind)
    {
        if (percent is not { } now) return null;
        var points = basis == GaugeBasis.Said ? 5 + (0.1 * Math.Max(0, now - leftPercent ?? 0)) : 3 + (0.5 * (100 - now));
        return Math.Round(kind == BatteryKind.Unknown ? points * 1.5 : points);
    }

    /// <summary>
    /// At constant current: what is missing to the knee by its power, then the fall. The fall to the tail takes τ · ln(I / I_full); τ is (1 − knee) ·
    /// capacity / (efficiency · power) by the figures, or as measured once the fall has gone on for a while.
    /// </summary>
    private static double? SecondsToFull(ChargeCourse course, BatteryLabel label, BatteryFigures figures, double? state, double tailA)
    {
        var tail = TailShare(course, tailA);
        var perSecond = course.PowerW * figures.Efficiency / 3600 / label.CapacityWh;
        var modelled = (1 - figures.Knee) / perSecond;
        if (course.IsTapering)
        {
            var taper = course.Tapers[^1];
            return (Measured(taper) ?? modelled) is { } tau ? Math.Max(LeastSeconds, tau * Math.Log(taper.LowestShare / tail)) : null;
        }
        if (state is not { } now || modelled is not { } fall) return null;
        return Math.Max(LeastSeconds, (Math.Max(0, figures.Knee - now) / perSecond!.Value) + (fall * Math.Log(1 / tail)));
    }

    private static double? Measured(TaperSpan taper)
    {
        var decay = Math.Log(taper.BeginShare / taper.LowestShare);
        var ms = taper.LowestMs - taper.BeginMs;
        return decay >= LeastDecay && ms >= LeastDecayMs ? ms / 1000d / decay : null;
    }
}
