using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Sems.Storage;
using Sems.Storage.Postgres;

namespace Sems.Silo.Orleans;

/// <summary>Grain states in SEMS's own PostgreSQL database, with the queries Orleans' ADO.NET storage asks for.</summary>
internal static class PostgresGrainStates
{
    private const string Invariant = "Npgsql";
    private const string Backing = "postgres";
    private const string Failure = "Grain states cannot be kept in";

    /// <summary>Puts the queries into the database, whose tables are there.</summary>
    /// <returns>The connection string.</returns>
    /// <exception cref="StorageUnavailableException">The database cannot be used.</exception>
    public static string Open(PostgresAddress address)
    {
        var reach = address.ForLibraries();
        try
        {
            using var connection = new NpgsqlConnection(reach);
            connection.Open();
            using var transaction = connection.BeginTransaction();
            using (var script = new NpgsqlCommand(SqlResource.Read("grain-states-postgres.sql"), connection)) script.ExecuteNonQuery();
            transaction.Commit();
            return reach;
        }
        catch (NpgsqlException fault)
        {
            throw new StorageUnavailableException($"{Failure} {address}: {fault.Message}", fault);
        }
    }

    /// <summary>Makes this database the silo's grain storage.</summary>
    public static void AddPostgresGrainStates(this ISiloBuilder silo, string connectionString)
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
                provider.GetRequiredKeyedService<IGrainStorage>(Backing), OrderlyGrainStorage.ManyWriters, () => (provider.GetService<IDatabase>() as PostgresStorage)?.WhyNoWrites));
    }
}
