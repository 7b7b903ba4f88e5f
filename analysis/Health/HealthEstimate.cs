namespace Sems.Analysis.Health;

/// <summary>A battery's state of health after a charge.</summary>
/// <param name="Cycle">The charge's number in the history.</param>
/// <param name="SohPercent">What the battery gives in the next discharge, percent of its rated capacity.</param>
/// <param name="Low">5th percentile of it.</param>
/// <param name="High">95th percentile of it.</param>
public sealed record HealthEstimate(int Cycle, double SohPercent, double Low, double High);
