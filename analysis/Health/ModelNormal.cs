namespace Sems.Analysis.Health;

/// <summary>What is normal for batteries of a model; each null when not known.</summary>
/// <param name="TaperTauS">The median time constant of the falling current, s.</param>
/// <param name="ConstantCurrentA">The median constant current, A.</param>
/// <param name="MostEnergyWh">What a deep charge (the 90th percentile) takes from the mains, Wh.</param>
public sealed record ModelNormal(double? TaperTauS, double? ConstantCurrentA, double? MostEnergyWh);
