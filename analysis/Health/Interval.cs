namespace Sems.Analysis.Health;

/// <summary>A figure and the interval that holds it nine times of ten.</summary>
/// <param name="Value">The best guess.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
public sealed record Interval(double Value, double Low, double High);
