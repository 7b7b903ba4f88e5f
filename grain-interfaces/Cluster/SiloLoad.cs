using System.Collections.Immutable;

namespace Sems.GrainInterfaces;

/// <summary>
/// What a silo has to carry beside its calls. Over a minute that has ended, memory and queues are the most that was seen when looking every few
/// seconds; in the last minute, what they are now.
/// </summary>
[GenerateSerializer, Immutable, Alias("sems.SiloLoad")]
public sealed record SiloLoad
{
    /// <summary>Objects on the managed heap, bytes.</summary>
    [Id(0)] public required long ManagedBytes { get; init; }

    /// <summary>Resident memory of its process, bytes.</summary>
    [Id(1)] public required long RssBytes { get; init; }

    /// <summary>Writes its storage has accepted that are not durable yet.</summary>
    [Id(2)] public required int Queue { get; init; }

    /// <summary>Grain calls that wait for their turn; null where the engine does not tell.</summary>
    [Id(3)] public int? WaitingCalls { get; init; }

    /// <summary>How long transactions took to be durable: buckets of a histogram, those with transactions only.</summary>
    [Id(4)] public required ImmutableArray<BucketCount> Commits { get; init; }
}

/// <summary>What silos have to carry, summed up.</summary>
[GenerateSerializer, Immutable, Alias("sems.LoadNumbers")]
public sealed record LoadNumbers
{
    /// <summary>Objects on the managed heaps, bytes.</summary>
    [Id(0)] public required long ManagedBytes { get; init; }

    /// <summary>Resident memory, bytes.</summary>
    [Id(1)] public required long RssBytes { get; init; }

    /// <summary>Writes that are not durable yet.</summary>
    [Id(2)] public required int Queue { get; init; }

    /// <summary>Grain calls that wait for their turn; null where no engine tells.</summary>
    [Id(3)] public int? WaitingCalls { get; init; }

    /// <summary>Transactions made durable per second.</summary>
    [Id(4)] public required double CommitsPerSecond { get; init; }

    /// <summary>Half of the transactions took no longer, ms; at most 1/16 too high. Null without any.</summary>
    [Id(5)] public double? P50Ms { get; init; }

    /// <summary>99 of 100 took no longer, ms.</summary>
    [Id(6)] public double? P99Ms { get; init; }
}
