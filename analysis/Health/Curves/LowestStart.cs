namespace Sems.Analysis.Health.Curves;

/// <summary>The lowest of a battery's late starts.</summary>
/// <param name="Depth">Where it was, by an earlier charge, V below full; NaN when it is this charge's, or no voltage is known.</param>
/// <param name="Charge">The charge from there on.</param>
/// <param name="Gap">How much more a whole charge takes.</param>
/// <param name="Deviation">How far off that may be.</param>
public sealed record LowestStart(double Depth, double Charge, double Gap, double Deviation);
