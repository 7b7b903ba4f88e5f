using System.Collections.Immutable;
namespace Sems.GrainInterfaces;

/// <summary>Who a student is to a station.</summary>
/// <param name="Refusal">Why the student may not charge at all: not registered, blocked; else none.</param>
/// <param name="StudentNumber">学号.</param>
/// <param name="UserName">Null when not registered.</param>
[GenerateSerializer, Immutable, Alias("sems.StudentCheck")]
public sealed record StudentCheck(
    [property: Id(0)] Refusal Refusal, [property: Id(1)] string StudentNumber, [property: Id(2)] string? UserName)
{
    /// <summary>What charges of the student's battery usually are; null when that is not known.</summary>
    [Id(3)] public UsualCharge? Usual { get; init; }
}

/// <summary>Whether a student may start a charge now.</summary>
/// <param name="Obstacles">Everything in the way, in the order in which a start is refused for it; empty when nothing is.</param>
/// <param name="ArrearsLimitFen">Fen; who owes more may not start. Null: no limit.</param>
/// <param name="SessionsAllowed">Open sessions a student may have.</param>
[GenerateSerializer, Immutable, Alias("sems.StudentStanding")]
public sealed record StudentStanding(
    [property: Id(0)] ImmutableArray<Refusal> Obstacles, [property: Id(1)] long? ArrearsLimitFen, [property: Id(2)] int SessionsAllowed);
