namespace Sems.Grains.Ammeters;

/// <summary>What was wrong with a charge's energy counter: how often it went backward, jumped, and changed its scale.</summary>
[GenerateSerializer, Immutable, Alias("sems.EnergyFaultCounts")]
public sealed record EnergyFaultCounts([property: Id(0)] int Backward, [property: Id(1)] int Jumps, [property: Id(2)] int Scales);
