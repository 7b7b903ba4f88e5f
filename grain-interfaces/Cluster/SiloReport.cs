using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>A silo's numbers, told every few seconds. Times are of the machine's clock, not the campus's.</summary>
[GenerateSerializer, Immutable, Alias("sems.SiloReport")]
public sealed record SiloReport
{
    /// <summary>Told apart by this: it names one run of one silo.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>What people call it.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>embedded or orleans.</summary>
    [Id(2)] public required string Engine { get; init; }

    /// <summary>When it started.</summary>
    [Id(3)] public required DateTimeOffset Since { get; init; }

    /// <summary>Objects on the managed heap, bytes.</summary>
    [Id(4)] public required long ManagedBytes { get; init; }

    /// <summary>Resident memory of its process, bytes.</summary>
    [Id(5)] public required long RssBytes { get; init; }

    /// <summary>Grains in its memory.</summary>
    [Id(6)] public required ImmutableArray<ActivationCount> Activations { get; init; }

    /// <summary>Calls of the last 60 s, or since the start.</summary>
    [Id(7)] public required CallCounts LastMinute { get; init; }

    /// <summary>The minute <see cref="Minutes"/> go on from; null if they are all there are.</summary>
    [Id(8)] public DateTimeOffset? After { get; init; }

    /// <summary>Minutes that are over, at most an hour of them, oldest first.</summary>
    [Id(9)] public required ImmutableArray<CallCounts> Minutes { get; init; }
}

/// <summary>Grains of a class in memory.</summary>
[GenerateSerializer, Immutable, Alias("sems.ActivationCount")]
public readonly record struct ActivationCount([property: Id(0)] string Grain, [property: Id(1)] int Count);

/// <summary>Calls of some time.</summary>
/// <param name="At">When it began, UTC; for a minute, the minute.</param>
/// <param name="Seconds">How long it really was, s.</param>
/// <param name="Methods">Methods that were called.</param>
[GenerateSerializer, Immutable, Alias("sems.CallCounts")]
public sealed record CallCounts(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] double Seconds, [property: Id(2)] ImmutableArray<MethodCounts> Methods)
{
    /// <summary>What else the silo had to carry; null from a silo of before.</summary>
    [Id(3)] public SiloLoad? Load { get; init; }
}

/// <summary>Calls of one method in some time.</summary>
/// <param name="Grain">The grain class.</param>
/// <param name="Method">The method.</param>
/// <param name="Failures">Calls that ended in an exception; they are among those in <paramref name="Durations"/>.</param>
/// <param name="Durations">How long they took: buckets of a histogram, those with calls only.</param>
[GenerateSerializer, Immutable, Alias("sems.MethodCounts")]
public sealed record MethodCounts(
    [property: Id(0)] string Grain, [property: Id(1)] string Method, [property: Id(2)] long Failures,
    [property: Id(3)] ImmutableArray<BucketCount> Durations);

/// <summary>Calls in a bucket of a histogram of durations.</summary>
[GenerateSerializer, Immutable, Alias("sems.BucketCount")]
public readonly record struct BucketCount([property: Id(0)] int Bucket, [property: Id(1)] long Count);
