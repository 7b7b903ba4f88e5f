namespace Sems.Analysis.Health;

/// <summary>The deepest charge of a month.</summary>
/// <param name="Month">Months (of 30 days) since 1970.</param>
/// <param name="Share">What it brought, share of the rated capacity.</param>
public sealed record MonthDeepest(int Month, double Share);
