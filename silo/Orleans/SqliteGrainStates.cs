using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Sems.Storage;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Silo.Orleans;

/// <summary>The SQLite file Orleans keeps grain states in, with the tables its ADO.NET storage asks for.</summary>
internal static class SqliteGrainStates
{
    /// <summary>How Orleans names SQLite; it loads Microsoft.Data.Sqlite under this name.</summary>
    private const string Invariant = "System.Data.SQLite";

    /// <summary>Longest wait for a file somebody else has locked, as for SEMS's own database.</summary>
    private const int BusySeconds = 2;

    /// <summary>Orleans' ADO.NET storage, beneath SEMS's own.</summary>
    internal const string Backing = "sqlite";

    /// <summary>Creates the file and its tables where they are missing.</summary>
    /// <returns>The connection string.</returns>
    /// <exception cref="StorageUnavailableException">The file cannot be used.</exception>
    public static string Open(string path)
    {
        GrainStateFile.Create(path, SqlResource.Read("grain-states.sql"));
        return new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds }.ToString();
    }

    /// <summary>Makes this file the silo's grain storage.</summary>
    public static void AddSqliteGrainStates(this ISiloBuilder silo, string connectionString)
    {
        silo.AddAdoNetGrainStorage(Backing, options =>
        {
            options.Invariant = Invariant;
            options.ConnectionString = connectionString;
            options.GrainStorageSerializer = new StateJsonSerializer();
        });
        silo.Services.AddGrainStorage(
            ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
            (provider, _) => new OrderlyGrainStorage(
                provider.GetRequiredKeyedService<IGrainStorage>(Backing), writers: 1, faults: provider.GetService<StorageFaults>()));
    }
}
