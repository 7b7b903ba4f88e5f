using Sems.Analysis.Charging;

namespace Sems.Analysis.Phases;

/// <summary>
/// Finds where a small current holds. A taper is an exponential: it loses the same share in the same time. A trickle loses clearly less, of the taper
/// before it and of itself.
/// </summary>
internal static class TrickleFinder
{
    /// <summary>Of the plateau; a current that holds above it is no trickle.</summary>
    public const double MostShare = 0.15;

    /// <summary>As <see cref="MostShare"/> where it must be sure: who comes nearly full has a low plateau.</summary>
    public const double MostSureShare = 0.5;

    /// <summary>Of the plateau; below it, as on the battery's side, what is left of a taper may be slow, and it must hold for longer.</summary>
    public const double SureShare = 0.04;

    /// <summary>s; the slowest time constant that a taper has: it loses more than a quarter in half an hour.</summary>
    public const double SlowTauS = 6000;

    /// <summary>s; as <see cref="SlowTauS"/>, where it must be sure.</summary>
    public const double HoldTauS = 20_000;

    /// <summary>So many times slower than the taper before it is a trickle.</summary>
    private const double ClearlyLess = 3;

    private const double ShortestS = 600;
    private const double SureS = 3600;
    private const double HalfHourS = 1800;
    private const int Window = 15;

    /// <summary>Of the voltage at which the taper was; below it a charger only floats the battery.</summary>
    private const double FloatShare = 0.985;

    /// <summary>The first reading of the trickle at the end of a stretch in which the current falls; the stretch's end when there is none.</summary>
    public static int Find(ChargeSignal signal, int from, int to)
    {
        if (to - from < 3 || signal.At[to - 1] - signal.At[from] < ShortestS) return to;
        var level = ChargeSignal.Medians(signal.Current[from..to], Math.Min(Window, to - from));
        var end = level[^1];
        var later = 0;
        for (var i = 0; i < level.Length; i++)
        {
            if (level[i] > MostSureShare * signal.PlateauA) continue;
            var rest = signal.At[to - 1] - signal.At[from + i];
            if (rest < ShortestS) return to;
            while (later < level.Length - 1 && signal.At[from + later] - signal.At[from + i] < HalfHourS) later++;
            var rate = Math.Log(level[i] / end) / rest;
            var next = Math.Log(level[i] / level[later]) / Math.Max(1, signal.At[from + later] - signal.At[from + i]);
            var fell = i == 0 ? double.MaxValue : Math.Log(level[0] / level[i]) / Math.Max(1, signal.At[from + i] - signal.At[from]);
            var (tau, least) = Needed(signal, from, from + i, level[i], end);
            if (rest >= least && Math.Max(rate, next) < 1 / tau && (i == 0 || Math.Max(rate, next) < fell / ClearlyLess)) return from + i;
        }

        return to;
    }

    private static (double TauS, double LeastS) Needed(ChargeSignal signal, int from, int at, double levelA, double endA)
    {
        var floats = signal.VoltageV is { } volts && volts[at] < FloatShare * volts[from];
        if (levelA > MostShare * signal.PlateauA) return (HoldTauS, SureS);
        return floats || (signal.Side == ChargeSide.Mains && endA >= SureShare * signal.PlateauA) ? (SlowTauS, ShortestS) : (HoldTauS, SureS);
    }
}
