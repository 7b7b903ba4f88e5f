using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sems.Grains.Silos;
using Sems.Silo.Orleans;
using Sems.Silo.Orleans.Client;
using Sems.Storage;
using Sems.Storage.Postgres;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Outside;

namespace Sems.Silo;

/// <summary>What a gateway stands on whose silo is another process: a connection to it, and its database to be read.</summary>
public sealed class ClusterFoundation : IFoundation
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(1);
    private readonly SiloAddressText _silo;
    private readonly IDatabaseReader _storage;

    private ClusterFoundation(DataDirectory directory, SiloAddressText silo)
    {
        (Directory, _silo) = (directory, silo);
        _storage = directory.Server is { } server
            ? new PostgresStorageReader(server)
            : new SqliteStorageReader(new SqliteStorageOptions { Path = directory.Database, BusyTimeout = BusyTimeout });
    }

    /// <inheritdoc />
    public DataDirectory Directory { get; }

    /// <summary>Waits neither for a silo nor for a database.</summary>
    /// <param name="data">The silo's data directory.</param>
    /// <param name="siloGateway">HOST:PORT on which the silo listens for clients.</param>
    /// <param name="storage">The silo's database, see <see cref="StorageChoice"/>.</param>
    /// <exception cref="DataDirectoryException">The data directory belongs to another engine, or cannot be used.</exception>
    /// <exception cref="FormatException">The address is not of the form HOST:PORT.</exception>
    public static IFoundation Open(string data, string siloGateway, string? storage)
    {
        var silo = SiloAddressText.Parse(siloGateway);
        var directory = DataDirectory.Visit(data, SiloEngine.Name);
        directory.Choose(StorageChoice.Read(storage, directory));
        return new ClusterFoundation(directory, silo);
    }

    /// <inheritdoc />
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging(logging => logging.AddFilter("Orleans", LogLevel.Error)); // each try to connect; SiloLink tells what matters
        services.AddSingleton(_silo);
        services.AddSingleton(_storage);
        services.AddSingleton<SiloLink>();
        services.AddHostedService(provider => provider.GetRequiredService<SiloLink>());
        services.AddSingleton<IGrainFactory, LinkedGrainFactory>();
        services.AddSingleton<IReadiness, ClusterReadiness>();
        if (DashboardSetting.IsOn(configuration)) GatewayDashboard.AddTo(services, configuration);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _storage.DisposeAsync();
}
