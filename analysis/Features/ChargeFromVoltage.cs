namespace Sems.Analysis.Features;

/// <summary>What a battery took from a voltage on.</summary>
/// <param name="Share">The voltage, as a share of <see cref="ChargeFeatures.FullV"/>.</param>
/// <param name="ChargeAh">The charge from there to the end, Ah.</param>
public sealed record ChargeFromVoltage(double Share, double ChargeAh);
