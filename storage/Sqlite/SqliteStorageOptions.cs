using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>Where the database is and how it is driven.</summary>
public sealed record SqliteStorageOptions
{
    /// <summary>The database file; its directory is made when missing.</summary>
    public required string Path { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a locked database is waited for before the waiting writes, or the read, fail.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Writes that may wait; beyond it they are refused at once.</summary>
    public int QueueCapacity { get; init; } = 100_000;

    /// <summary>Connections for reading.</summary>
    public int Readers { get; init; } = 8;

    /// <summary>Pages of write-ahead log after which the writer moves them into the database file.</summary>
    public int CheckpointPages { get; init; } = 4_000;

    /// <summary>Fresh samples of a charge are sealed after this long, so that the journal can be trimmed.</summary>
    public TimeSpan MaxTailAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Rows the journal may grow to before its oldest charges are sealed early.</summary>
    public int MaxJournalRows { get; init; } = 400_000;

    /// <summary>
    /// Rest between two curves that are packed, by the machine's own clock: a database with a long backlog is not to feel it.
    /// </summary>
    public TimeSpan PackingPause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Faults for tests.</summary>
    internal IWriteFaults? Faults { get; init; }

    internal SqliteDatabase OpenWriter() => Tapped(SqliteDatabase.OpenWriter(Path, BusyTimeout, CheckpointPages));

    internal SqliteDatabase OpenReader() => Tapped(SqliteDatabase.OpenReader(Path, BusyTimeout));

    private SqliteDatabase Tapped(SqliteDatabase database)
    {
        if (Faults is { } faults) database.BeforeStep = faults.Before;
        return database;
    }
}
