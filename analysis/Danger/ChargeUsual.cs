namespace Sems.Analysis.Danger;

/// <summary>What charges of this battery, or of its model when its own are too few, usually are. What is not known is null.</summary>
/// <param name="Charges">How many charges tell it.</param>
/// <param name="EnergyWh">The median energy from the mains, Wh.</param>
/// <param name="MostEnergyWh">The most there was, Wh.</param>
/// <param name="SecondsToFull">The median time to full, s; of those that were seen full.</param>
/// <param name="TaperTauS">The median time constant of the taper, s.</param>
/// <param name="TaperShare">Of the charges that came to their end, the share whose current fell before it ended, 0 to 1.</param>
/// <param name="PlateauA">The median constant current, A, on the side it is measured.</param>
/// <param name="PlateauLowA">The lowest constant current there was, A.</param>
/// <param name="PlateauHighA">The highest, A.</param>
/// <param name="LongestSecondsToFull">The longest time to full, s.</param>
/// <param name="RatedWh">What the label says it holds, V·Ah, Wh.</param>
/// <param name="IsModel">It is of others of the same model, not of this battery.</param>
public sealed record ChargeUsual(
    int Charges, double? EnergyWh = null, double? MostEnergyWh = null, double? SecondsToFull = null, double? TaperTauS = null,
    double? TaperShare = null, double? PlateauA = null, double? PlateauLowA = null, double? PlateauHighA = null,
    double? LongestSecondsToFull = null, double? RatedWh = null, bool IsModel = false)
{
    /// <summary>So many charges make a usual to go by.</summary>
    public const int Enough = 5;

    /// <summary>Nothing is known but, maybe, the label.</summary>
    public static ChargeUsual OfLabel(double? ratedWh) => new(0, RatedWh: ratedWh);
}
