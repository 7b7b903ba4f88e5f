namespace Sems.GrainInterfaces;

/// <summary>Who a student is to a station.</summary>
/// <param name="Refusal">Why the student may not charge at all: not registered, blocked; else none.</param>
/// <param name="StudentNumber">学号.</param>
/// <param name="UserName">Null when not registered.</param>
[GenerateSerializer, Immutable, Alias("sems.StudentCheck")]
public sealed record StudentCheck(
    [property: Id(0)] Refusal Refusal, [property: Id(1)] string StudentNumber, [property: Id(2)] string? UserName);
