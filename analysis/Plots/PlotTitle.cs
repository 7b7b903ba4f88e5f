namespace Sems.Analysis.Plots;

/// <summary>What a plot is of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OriginMs">The moment that counts as 0 on the time axis, Unix ms.</param>
/// <param name="Began">When it began, in words; null when not known.</param>
public sealed record PlotTitle(string Name, long OriginMs, string? Began = null);
