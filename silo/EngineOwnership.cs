using Sems.Storage;
using Sems.Storage.Postgres;

namespace Sems.Silo;

/// <summary>Sees to it that an engine runs on its own grain states, or takes those of the other over.</summary>
internal static class EngineOwnership
{
    /// <summary>Call it with the database open, which keeps every other process out.</summary>
    /// <returns>How many grain states were carried over; null when there was nothing to take over.</returns>
    /// <exception cref="DataDirectoryException">The database is of another engine, or its grain states are gone.</exception>
    /// <exception cref="StorageUnavailableException">The states cannot be read or written.</exception>
    public static async Task<long?> TakeAsync(DataDirectory directory, IDatabase database, string engine, bool adopt)
    {
        if (database is PostgresStorage postgres) return await TakeAsync(directory, postgres, engine, adopt);
        var carried = directory.Adopt(engine);
        await directory.CheckStatesAsync(engine, database.Ledger);
        return carried;
    }

    /// <summary>Both engines have their states in the same table: only whose they are is to be written.</summary>
    private static async Task<long?> TakeAsync(DataDirectory directory, PostgresStorage database, string engine, bool adopt)
    {
        var made = await database.Engine.ReadAsync();
        if (made is not null && made != engine && !adopt)
            throw new DataDirectoryException(
                $"The database {directory.Server} was made by the {made} engine and this is {engine}: start it with --engine {made}, or add --adopt to carry everything in it over to {engine}");
        long? carried = made is not null && made != engine ? await database.Engine.StatesAsync() : null;
        if (made != engine) await database.Engine.WriteAsync(engine);
        directory.Follow(engine);
        return carried;
    }
}
