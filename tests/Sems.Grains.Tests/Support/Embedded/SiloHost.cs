using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Settings;
using Sems.Silo;
using Sems.Silo.Sweeping;

namespace Sems.Grains.Tests.Support;

/// <summary>The embedded engine with the product's wiring.</summary>
internal sealed class SiloHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FaultyDatabase _database;

    private SiloHost(ServiceProvider services, FaultyDatabase database) => (_services, _database) = (services, database);

    public IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    public PushSweeper PushSweeper => _services.GetRequiredService<PushSweeper>();

    public Learner Learner => _services.GetRequiredService<Learner>();

    public Sweeper Sweeper => _services.GetRequiredService<Sweeper>();

    public static Task<SiloHost> StartAsync(SiloSetup setup)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(setup.Clock);
        services.AddSemsSilo(setup.Database, setup.Directory, setup.Settings);
        setup.Replace(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<CampusSettings>(); // a host has them before it starts anything
        return Task.FromResult(new SiloHost(provider, setup.Database));
    }

    /// <summary>Keys of the grains of a type that are in memory.</summary>
    public Task<IReadOnlyList<string>> ActiveAsync(string grainType) =>
        Task.FromResult(_services.GetRequiredService<EmbeddedEngine>().GetActiveKeys(grainType));

    /// <summary>Makes the stored state of a grain unreadable.</summary>
    public async Task SpoilAsync(string stateName, string key)
    {
        var stored = (await _database.States.ReadAsync(stateName, key))!;
        await _database.States.WriteAsync(stateName, key, "{"u8.ToArray(), stored.Etag);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
