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

    /// <summary>Wh from the mains for each Wh of the label that a flat lead-acid battery takes, 1 / 0.65 (<see cref="Batteries.BatteryFigures"/>); others take less.</summary>
    public const double FlatTakes = 1.54;

    /// <summary>A new battery may hold a little more than its label says, a cold one wants a little more.</summary>
    private const double LabelMargin = 1.05;

    /// <summary>How much more a flat battery takes than one whose rider never let it run down.</summary>
    private const double RarelyFlat = 1.6;

    /// <summary>
    /// The most energy from the mains one charge can plausibly take, Wh; null when nothing tells it. A rider who always comes in half full may come in flat
    /// one day: what a flat battery takes by its label is always plausible.
    /// </summary>
    /// <param name="share">How far over the most that was seen, share of it.</param>
    public double? MostPlausibleWh(double share)
    {
        var seen = Charges >= Enough ? MostEnergyWh : null;
        if (RatedWh is not { } rated) return seen * (RarelyFlat + share);
        var label = rated * FlatTakes;
        return seen is { } most ? Math.Min(label * (1 + share), Math.Max(most * (1 + share), label * LabelMargin)) : label * (1 + share);
    }

    /// <summary>Nothing is known but, maybe, the label.</summary>
    public static ChargeUsual OfLabel(double? ratedWh) => new(0, RatedWh: ratedWh);
}
