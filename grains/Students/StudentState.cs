using Sems.GrainInterfaces;

namespace Sems.Grains.Students;

/// <summary>What a student grain keeps of its own; the profile is the registry's, money the ledger's.</summary>
[GenerateSerializer, Immutable, Alias("sems.StudentState")]
public sealed record StudentState
{
    /// <summary>Places taken.</summary>
    [Id(0)] public IReadOnlyList<StudentSession> Sessions { get; init; } = [];

    /// <summary>Whether the student follows the official account; null when nobody has told.</summary>
    [Id(1)] public bool? Follows { get; init; }

    /// <summary>Where the student was last.</summary>
    [Id(2)] public StudentPosition? Position { get; init; }

    /// <summary>What charges of the student's battery usually are.</summary>
    [Id(3)] public UsualCharge? Usual { get; init; }
}

/// <summary>A place taken by an open session.</summary>
[GenerateSerializer, Immutable, Alias("sems.StudentSession")]
public sealed record StudentSession([property: Id(0)] long ChargeId, [property: Id(1)] AmmeterKey Ammeter)
{
    /// <summary>What the student says was left in the battery when the charge began, percent.</summary>
    [Id(2)] public double? LeftPercent { get; init; }
}
