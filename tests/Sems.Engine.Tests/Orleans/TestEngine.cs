using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Sems.Silo.Orleans;

namespace Sems.Engine.Tests.Support;

/// <summary>Orleans silos with SEMS's defaults, the test grains, storage in memory and a manual clock for grain timers.</summary>
public class TestEngine : IAsyncLifetime, IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    public TestEngine()
        : this(1, _ => { })
    {
    }

    internal TestEngine(short silos, Action<IServiceCollection> register, Action<ISiloBuilder>? configure = null)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorageAsDefault().AddMemoryGrainStorage("named");
            silo.Services.AddSingleton(Scenes).AddSingleton<TimeProvider>(Time).AddSiloDefaults();
            register(silo.Services);
            configure?.Invoke(silo);
        });
        builder.ConfigureClient(client => client.Services.AddSemsExceptions());
        _cluster = builder.Build();
    }

    public Scenes Scenes { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    /// <summary>A running engine with more services.</summary>
    public static async Task<TestEngine> StartAsync(Action<IServiceCollection> register, short silos = 1)
    {
        var engine = new TestEngine(silos, register);
        await engine.InitializeAsync();
        return engine;
    }

    public Task InitializeAsync() => _cluster.DeployAsync();

    public IScript Script(string key) => Grain<IScript>(key);

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => _cluster.Client.GetGrain<T>(key);

    /// <summary>Deactivates what nobody calls.</summary>
    public Task CollectIdleAsync() => _cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <summary>Stops as its host does.</summary>
    public Task StopAsync() => _cluster.StopAllSilosAsync();

    /// <summary>Whether a grain's state is stored.</summary>
    public async Task<bool> IsStoredAsync<TState>(IAddressable grain, string state, string storage = "Default")
        where TState : new()
    {
        var stored = new GrainState<TState>(new TState());
        await Storage(storage).ReadStateAsync(state, grain.GetGrainId(), stored);
        return stored.RecordExists;
    }

    /// <summary>Writes a grain's state behind its back.</summary>
    public async Task StoreAsync<TState>(IAddressable grain, string state, TState value)
        where TState : new()
    {
        var stored = new GrainState<TState>(new TState());
        await Storage("Default").ReadStateAsync(state, grain.GetGrainId(), stored);
        stored.State = value;
        await Storage("Default").WriteStateAsync(state, grain.GetGrainId(), stored);
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private IGrainStorage Storage(string name) => _cluster.GetSiloServiceProvider().GetRequiredKeyedService<IGrainStorage>(name);
}
