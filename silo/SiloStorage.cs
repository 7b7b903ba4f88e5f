using Sems.Grains.Groups;
using Sems.Storage;
using Sems.Storage.Import;
using Sems.Storage.Postgres;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Silo;

/// <summary>Opens the database a silo runs on and brings a campus into it.</summary>
public static class SiloStorage
{
    /// <summary>Opens (and creates or migrates) the database of a data directory, and keeps every other silo out of it.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="faults">Makes it fail, in proofs.</param>
    /// <param name="cancel">To give up.</param>
    public static async Task<IDatabase> OpenAsync(DataDirectory directory, TimeProvider time, StorageFaults? faults, CancellationToken cancel = default)
    {
        if (directory.Server is { } server)
        {
            if (faults is not null) throw new NotSupportedException("faults are injected into SQLite only");
            return await PostgresStorage.OpenAsync(new PostgresStorageOptions { Address = server, TimeProvider = time, Alone = true }, cancel);
        }
        var options = new SqliteStorageOptions { Path = directory.Database, TimeProvider = time };
        return await SqliteStorage.OpenAsync(faults?.In(options) ?? options, cancel);
    }

    /// <summary>Imports a campus's CSV files. Must run before grains do: they would not see the change.</summary>
    /// <exception cref="CampusImportException">The directory or a file cannot be used; nothing was imported.</exception>
    public static Task<CampusImportResult> ImportAsync(
        IDatabase database, string directory, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        new CampusImport(database.Registry, Options).RunAsync(directory, progress, cancel);

    /// <summary>How secrets of imported files become hashes.</summary>
    public static readonly CampusImportOptions Options = new()
    {
        HashPassword = AdministratorAccount.Hash,
        VerifyPassword = AdministratorAccount.Verify,
        HashStationKey = StationKey.Hash,
    };
}
