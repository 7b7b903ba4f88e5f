using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>All silos, now. Times are of the machines' clock, not the campus's.</summary>
[GenerateSerializer, Immutable, Alias("sems.ClusterOverview")]
public sealed record ClusterOverview
{
    /// <summary>When this was put together.</summary>
    [Id(0)] public required DateTimeOffset Now { get; init; }

    /// <summary>embedded or orleans; null before the first report.</summary>
    [Id(1)] public string? Engine { get; init; }

    /// <summary>Silos that reported within the last hour.</summary>
    [Id(2)] public required ImmutableArray<SiloOverview> Silos { get; init; }

    /// <summary>Grains in memory of the silos that are alive.</summary>
    [Id(3)] public required ImmutableArray<ActivationCount> Activations { get; init; }

    /// <summary>Methods called within the last hour.</summary>
    [Id(4)] public required ImmutableArray<MethodOverview> Methods { get; init; }

    /// <summary>All calls, minute by minute, oldest first; at most 60.</summary>
    [Id(5)] public required ImmutableArray<CallPoint> Points { get; init; }
}

/// <summary>One silo.</summary>
[GenerateSerializer, Immutable, Alias("sems.SiloOverview")]
public sealed record SiloOverview
{
    /// <summary>What people call it.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Names one run of it.</summary>
    [Id(1)] public required string Address { get; init; }

    /// <summary>When it started.</summary>
    [Id(2)] public required DateTimeOffset Since { get; init; }

    /// <summary>Its last report.</summary>
    [Id(3)] public required DateTimeOffset LastSeen { get; init; }

    /// <summary>False when it has stopped to report.</summary>
    [Id(4)] public required bool Alive { get; init; }

    /// <summary>Calls of the last minute it told of.</summary>
    [Id(5)] public required CallNumbers LastMinute { get; init; }

    /// <summary>Grains in its memory.</summary>
    [Id(6)] public required int Activations { get; init; }

    /// <summary>Objects on its managed heap, bytes.</summary>
    [Id(7)] public required long ManagedBytes { get; init; }

    /// <summary>Resident memory of its process, bytes.</summary>
    [Id(8)] public required long RssBytes { get; init; }

    /// <summary>What else it has to carry, with the transactions of the last minute it told of; null from a silo of before.</summary>
    [Id(9)] public LoadNumbers? Load { get; init; }
}

/// <summary>One method of a grain, over all silos.</summary>
/// <param name="Grain">The grain class.</param>
/// <param name="Method">The method.</param>
/// <param name="LastMinute">Of the silos that are alive.</param>
/// <param name="Points">The minutes it was called in, oldest first.</param>
[GenerateSerializer, Immutable, Alias("sems.MethodOverview")]
public sealed record MethodOverview(
    [property: Id(0)] string Grain, [property: Id(1)] string Method, [property: Id(2)] CallNumbers LastMinute,
    [property: Id(3)] ImmutableArray<CallPoint> Points);

/// <summary>One minute.</summary>
/// <param name="At">When it began.</param>
/// <param name="Numbers">Its calls.</param>
[GenerateSerializer, Immutable, Alias("sems.CallPoint")]
public readonly record struct CallPoint([property: Id(0)] DateTimeOffset At, [property: Id(1)] CallNumbers Numbers)
{
    /// <summary>What else the silos had to carry; null for one method, and where no silo told.</summary>
    [Id(2)] public LoadNumbers? Load { get; init; }
}

/// <summary>Calls, summed up.</summary>
/// <param name="PerSecond">Calls per second.</param>
/// <param name="Failures">Calls that ended in an exception.</param>
/// <param name="P50Ms">Half of the calls took no longer, ms; at most 1/16 too high. Null without calls.</param>
/// <param name="P99Ms">99 of 100 took no longer, ms.</param>
[GenerateSerializer, Immutable, Alias("sems.CallNumbers")]
public readonly record struct CallNumbers(
    [property: Id(0)] double PerSecond, [property: Id(1)] long Failures, [property: Id(2)] double? P50Ms, [property: Id(3)] double? P99Ms);
