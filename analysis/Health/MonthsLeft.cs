namespace Sems.Analysis.Health;

/// <summary>How long until something happens.</summary>
/// <param name="Value">Months.</param>
/// <param name="Low">At the earliest (5th percentile), months.</param>
/// <param name="High">At the latest (95th percentile), months; null: perhaps never.</param>
public sealed record MonthsLeft(double Value, double Low, double? High);
