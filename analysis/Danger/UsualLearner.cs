using Sems.Analysis.Features;

namespace Sems.Analysis.Danger;

/// <summary>Learns what is usual from the features of charges.</summary>
public static class UsualLearner
{
    /// <summary>s of falling current that make a taper.</summary>
    private const double LeastTaperS = TaperTrace.SureS;

    /// <summary>Wh; a charge with less tells nothing.</summary>
    private const double LeastWh = 5;

    /// <summary>What is usual by these charges, which were on one side of the charger and of one battery or one model.</summary>
    /// <param name="charges">Their features; charges in which something was found wrong are better left out.</param>
    /// <param name="ratedWh">What the label says the battery holds, V·Ah; null when not known.</param>
    /// <param name="isModel">They are of others of the model.</param>
    public static ChargeUsual Learn(IEnumerable<ChargeFeatures> charges, double? ratedWh = null, bool isModel = false)
    {
        var told = charges.Where(c => c.EnergyWh >= LeastWh).ToList();
        var full = told.Where(c => c is { EndedFull: true, SawConstantCurrent: true }).ToList();
        var plateaus = told.Where(c => c.SawConstantCurrent).Select(c => c.PlateauA).ToList();
        var times = full.Select(c => c.ConstantCurrentS + c.TaperS).ToList();
        return new ChargeUsual(
            told.Count, Median(told.Select(c => c.EnergyWh)), Most(told.Select(c => c.EnergyWh)), Median(times),
            Median(told.Where(c => c.TaperTauS is not null).Select(c => c.TaperTauS!.Value)),
            full.Count == 0 ? null : full.Count(c => c.TaperS >= LeastTaperS) / (double)full.Count,
            Median(plateaus), plateaus.Count == 0 ? null : plateaus.Min(), Most(plateaus), Most(times), ratedWh, isModel);
    }

    private static double? Most(IEnumerable<double> values) => values.Select(v => (double?)v).Max();

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : sorted[sorted.Count / 2];
    }
}
