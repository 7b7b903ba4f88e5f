namespace Sems.Analysis.Models;

/// <summary>What charges of a model are like; what too few charges tell is null.</summary>
/// <param name="EnergyWh">What they take, Wh.</param>
/// <param name="SecondsToFull">How long the full ones took, without interruptions, s.</param>
/// <param name="TaperTauS">The time constant of the falling current, s.</param>
/// <param name="PlateauA">Their constant current, A.</param>
/// <param name="ConstantCurrentS">The time of the full ones at constant current, s.</param>
/// <param name="TaperS">The time of the full ones in which the current fell, s.</param>
public sealed record BrandFigures(Spread? EnergyWh, Spread? SecondsToFull, Spread? TaperTauS, Spread? PlateauA, Spread? ConstantCurrentS, Spread? TaperS);
