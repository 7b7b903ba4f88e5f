using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Sems.Silo;
using Sems.Silo.Sweeping;
using Sems.Silo.Orleans;

namespace Sems.Grains.Tests.Support;

/// <summary>One Orleans silo or several in this process, with the product's wiring, on one database and one file of grain states.</summary>
internal sealed class SiloHost : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly string _states;

    private SiloHost(InProcessTestCluster cluster, string states) => (_cluster, _states) = (cluster, states);

    /// <summary>Of the one silo, as the gateway that shares its process has it; of several silos, a client's.</summary>
    public IGrainFactory Grains => _cluster.Options.InitializeClientOnDeploy ? _cluster.Client : First.GetRequiredService<IGrainFactory>();

    public PushSweeper PushSweeper => First.GetRequiredService<PushSweeper>();

    public Learner Learner => First.GetRequiredService<Learner>();

    public Sweeper Sweeper => First.GetRequiredService<Sweeper>();

    private IServiceProvider First => _cluster.Silos[0].SiloHost.Services;

    public static async Task<SiloHost> StartAsync(SiloSetup setup)
    {
        var states = SqliteGrainStates.Open(setup.Directory.GrainStates);
        var builder = new InProcessTestClusterBuilder((short)setup.Silos);
        builder.Options.ServiceId = SiloNames.Service;
        builder.Options.ConfigureFileLogging = false;
        builder.Options.InitializeClientOnDeploy = setup.Silos > 1;
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Services.AddSingleton<TimeProvider>(setup.Clock);
            host.Services.AddSemsGrains(setup.Database, setup.Settings);
            setup.Replace(host.Services);
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddSqliteGrainStates(states);
            silo.Services.AddSiloDefaults();
            silo.Services.AddFaults(setup.Database);
            silo.Services.AddApartPlacement();
        });
        builder.ConfigureClient(client => client.Services.AddSemsExceptions());
        var cluster = builder.Build();
        try
        {
            await cluster.DeployAsync();
            return new SiloHost(cluster, states);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keys of the grains of a type that are in memory.</summary>
    public async Task<IReadOnlyList<string>> ActiveAsync(string grainType) =>
        [.. (await StatisticsAsync()).Where(s => s.GrainId.Type.ToString() == grainType).Select(s => s.GrainId.Key.ToString()!)];

    /// <summary>On how many silos grains of these types are in memory.</summary>
    public async Task<int> SilosOfAsync(params string[] grainTypes) =>
        (await StatisticsAsync()).Where(s => grainTypes.Contains(s.GrainId.Type.ToString())).Select(s => s.SiloAddress).Distinct().Count();

    /// <summary>Kills the silo the grains of a type are on.</summary>
    public async Task KillSiloOfAsync(string grainType)
    {
        var address = (await StatisticsAsync()).First(s => s.GrainId.Type.ToString() == grainType).SiloAddress;
        await _cluster.KillSiloAsync(_cluster.Silos.Single(s => s.SiloAddress.Equals(address)));
    }

    /// <summary>Makes the stored state of a grain unreadable.</summary>
    public async Task SpoilAsync(string stateName, string key)
    {
        await using var connection = new SqliteConnection(_states);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE grain_states SET payload = x'7B' WHERE grain_type = $name AND grain_key = $key";
        command.Parameters.AddWithValue("$name", stateName);
        command.Parameters.AddWithValue("$key", key);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _cluster.Silos) await silo.SiloHost.Services.GetRequiredService<PushSweeper>().StopAsync(CancellationToken.None); // its host would
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        using var connection = new SqliteConnection(_states);
        SqliteConnection.ClearPool(connection);
    }

    private Task<DetailedGrainStatistic[]> StatisticsAsync() => Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
}
