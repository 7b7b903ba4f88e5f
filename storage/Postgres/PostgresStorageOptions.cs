using Sems.Storage.Sql;


namespace Sems.Storage.Postgres;

/// <summary>Which database it is and how it is driven.</summary>
public sealed record PostgresStorageOptions
{
    /// <summary>The server and database.</summary>
    public required PostgresAddress Address { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether this process must have the database to itself: grains of one silo know nothing of those of another. Without it
    /// several may write, as long as each charge is written by one of them at a time.
    /// </summary>
    public bool Alone { get; init; }

    /// <summary>Connections that write samples; a charge's go through one of them.</summary>
    public int SampleWriters { get; init; } = 2;

    /// <summary>Samples that may wait; beyond it they are refused at once.</summary>
    public int QueueCapacity { get; init; } = 100_000;

    /// <summary>A charge with so many samples in the journal has them sealed.</summary>
    public int SealAt { get; init; } = 96;

    /// <summary>Faults for tests.</summary>
    internal IStepFaults? Faults { get; init; }
}
