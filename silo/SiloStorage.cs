using Sems.Grains.Groups;
using Sems.Storage;
using Sems.Storage.Import;
using Sems.Storage.Postgres;
using Sems.Storage.Sqlite;

namespace Sems.Silo;

/// <summary>Opens the database a silo runs on and brings a campus into it.</summary>
public static class SiloStorage
{
    /// <summary>Opens (and creates or migrates) the database of a data directory, and keeps every other silo out of it.</summary>
    public static async Task<IDatabase> OpenAsync(DataDirectory directory, TimeProvider time, CancellationToken cancel = default) =>
        directory.Server is { } server
            ? await PostgresStorage.OpenAsync(new PostgresStorageOptions { Address = server, TimeProvider = time, Alone = true }, cancel)
            : await SqliteStorage.OpenAsync(new SqliteStorageOptions { Path = directory.Database, TimeProvider = time }, cancel);

    /// <summary>Imports a campus's CSV files. Must run before grains do: they would not see the change.</summary>
    /// <exception cref="CampusImportException">The directory or a file cannot be used; nothing was imported.</exception>
    public static Task<CampusImportResult> ImportAsync(
        IDatabase database, string directory, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        new CampusImport(database.Registry, Options).RunAsync(directory, progress, cancel);

    private static readonly CampusImportOptions Options = new()
    {
        HashPassword = AdministratorAccount.Hash,
        VerifyPassword = AdministratorAccount.Verify,
        HashStationKey = StationKey.Hash,
    };
}
