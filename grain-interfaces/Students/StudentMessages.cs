using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>What came of registering.</summary>
/// <param name="Refusal">Why it was refused, or none.</param>
/// <param name="LockedUntil">With <see cref="EnrolRefusal.Locked"/>: until when.</param>
[GenerateSerializer, Immutable, Alias("sems.EnrolAnswer")]
public readonly record struct EnrolAnswer([property: Id(0)] EnrolRefusal Refusal, [property: Id(1)] DateTimeOffset? LockedUntil = null);

/// <summary>What came of erasing.</summary>
/// <param name="Refusal">Why it was refused, or none.</param>
/// <param name="Ammeters">Meters that may remember the student from the charge they had last.</param>
[GenerateSerializer, Immutable, Alias("sems.EraseAnswer")]
public sealed record EraseAnswer([property: Id(0)] EraseRefusal Refusal, [property: Id(1)] ImmutableArray<AmmeterKey> Ammeters);

/// <summary>An open session of a student.</summary>
/// <param name="ChargeId">Which charge.</param>
/// <param name="Ammeter">Where.</param>
/// <param name="LeftPercent">What the student says was left in the battery when the charge began, 0 to 100; null when not said.</param>
[GenerateSerializer, Immutable, Alias("sems.StudentPlace")]
public sealed record StudentPlace([property: Id(0)] long ChargeId, [property: Id(1)] AmmeterKey Ammeter, [property: Id(2)] double? LeftPercent);

/// <summary>Where a student was.</summary>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("sems.StudentPosition")]
public sealed record StudentPosition([property: Id(0)] double Latitude, [property: Id(1)] double Longitude, [property: Id(2)] DateTimeOffset At);
