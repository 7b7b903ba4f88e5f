namespace Sems.Analysis.Health;

/// <summary>What is known of a vehicle's battery.</summary>
/// <param name="SohPercent">Capacity in percent of the rated one; null when nobody can tell.</param>
/// <param name="Low">5th percentile of it.</param>
/// <param name="High">95th percentile of it.</param>
/// <param name="Verdict">In a word.</param>
/// <param name="TrendPercentPerMonth">How it changes, percentage points a month (negative: it ages); null when nobody can tell.</param>
/// <param name="MonthsTo80">Months until it holds 80 %; null when nobody can tell or it does not age.</param>
/// <param name="Charges">Charges that went into it.</param>
/// <param name="Reasons">Why, in plain Chinese sentences with figures.</param>
/// <param name="Missing">What is still needed, in plain Chinese sentences; empty when nothing is.</param>
public sealed record VehicleHealthReading(
    double? SohPercent,
    double? Low,
    double? High,
    HealthVerdict Verdict,
    Interval? TrendPercentPerMonth,
    MonthsLeft? MonthsTo80,
    int Charges,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Missing)
{
    /// <summary>Nothing is known.</summary>
    public static readonly VehicleHealthReading Nothing = new(null, null, null, HealthVerdict.NotEnoughData, null, null, 0, [], []);
}
