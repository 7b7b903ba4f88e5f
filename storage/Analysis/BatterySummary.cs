namespace Sems.Storage.Analysis;

/// <summary>All batteries in use.</summary>
/// <param name="Batteries">How many there are.</param>
/// <param name="ByVerdict">How many of each verdict; none are left out.</param>
/// <param name="Histogram">How many hold so much, by steps of <see cref="Step"/> percent, from the least; steps without any are left out.</param>
/// <param name="MedianSoh">Half of those that are known hold less; null when none is known.</param>
public sealed record BatterySummary(
    long Batteries, IReadOnlyDictionary<BatteryVerdict, long> ByVerdict, IReadOnlyList<(double From, long Count)> Histogram, double? MedianSoh)
{
    /// <summary>Percent from one step to the next.</summary>
    public const int Step = 5;
}
