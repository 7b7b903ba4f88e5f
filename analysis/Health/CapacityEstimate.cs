namespace Sems.Analysis.Health;

/// <summary>Capacity as a share of the rated one, and its change a month, each with its standard deviation.</summary>
internal sealed record CapacityEstimate(double Share, double Deviation, double Change, double ChangeDeviation);
