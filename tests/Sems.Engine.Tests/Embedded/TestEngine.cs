using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Sems.Engine.Tests.Support;

/// <summary>The embedded engine with the test grains, storage in memory and a manual clock.</summary>
public sealed class TestEngine : IAsyncLifetime, IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestEngine()
        : this(_ => { })
    {
    }

    internal TestEngine(Action<EmbeddedEngineOptions> configure, Action<IServiceCollection>? register = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Scenes).AddSingleton<IGrainStorage>(Storage).AddKeyedSingleton<IGrainStorage>("named", Named);
        services.AddEmbeddedEngine(options =>
        {
            options.TimeProvider = Time;
            options.AddGrain<ScriptGrain>().AddGrain<StoredGrain>().AddGrain<BrokenGrain>().AddGrain<TitledGrain>();
            configure(options);
        });
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
        Engine = _services.GetRequiredService<EmbeddedEngine>();
    }

    public Scenes Scenes { get; } = new();

    public Scene Hooks => Scenes[""];

    public InMemoryGrainStorage Storage { get; } = new();

    public InMemoryGrainStorage Named { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public EmbeddedEngine Engine { get; }

    public int Active => Engine.GetStatistics().Activations;

    /// <summary>A running engine with more services.</summary>
    public static Task<TestEngine> StartAsync(Action<IServiceCollection> register) => Task.FromResult(new TestEngine(_ => { }, register));

    public IScript Script(string key) => Grain<IScript>(key);

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Engine.GetGrain<T>(key);

    /// <summary>Deactivates what nobody calls.</summary>
    public Task CollectIdleAsync()
    {
        for (var minute = 0; minute < 20; minute++) Time.Advance(TimeSpan.FromMinutes(1));
        return Task.CompletedTask;
    }

    /// <summary>Stops as its host does.</summary>
    public Task StopAsync() => Engine.StopAsync();

    /// <summary>Whether a grain's state is stored.</summary>
    public async Task<bool> IsStoredAsync<TState>(IAddressable grain, string state, string storage = "Default")
        where TState : new() => await Chosen(storage).ReadAsync(grain.GetGrainId(), state) is not null;

    /// <summary>Writes a grain's state behind its back.</summary>
    public async Task StoreAsync<TState>(IAddressable grain, string state, TState value)
        where TState : new()
    {
        var stored = await Storage.ReadAsync(grain.GetGrainId(), state);
        await Storage.WriteAsync(grain.GetGrainId(), state, JsonSerializer.SerializeToUtf8Bytes(value), stored?.Etag);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private InMemoryGrainStorage Chosen(string storage) => storage == "named" ? Named : Storage;
}
