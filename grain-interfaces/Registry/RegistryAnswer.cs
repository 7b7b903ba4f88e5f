namespace Sems.GrainInterfaces;

/// <summary>What came of a change.</summary>
/// <param name="Refusal">Why it was not made, or none.</param>
/// <param name="Holder">With <see cref="RegistryRefusal.CardTaken"/>: whose the card is.</param>
[GenerateSerializer, Immutable, Alias("sems.RegistryAnswer")]
public readonly record struct RegistryAnswer([property: Id(0)] RegistryRefusal Refusal, [property: Id(1)] string? Holder = null);
