using Microsoft.Extensions.DependencyInjection;

namespace Sems.Engine.Tests.Support;

/// <summary>An engine with script grains, storage in memory and a manual clock.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestEngine(Action<EmbeddedEngineOptions>? configure = null, Action<IServiceCollection>? register = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Hooks).AddSingleton<IGrainStorage>(Storage);
        services.AddEmbeddedEngine(options =>
        {
            options.TimeProvider = Time;
            options.AddGrain<ScriptGrain>();
            configure?.Invoke(options);
        });
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
        Engine = _services.GetRequiredService<EmbeddedEngine>();
    }

    public ScriptHooks Hooks { get; } = new();

    public InMemoryGrainStorage Storage { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public EmbeddedEngine Engine { get; }

    public int Active => Engine.GetStatistics().Activations;

    public IScript Script(string key) => Engine.GetGrain<IScript>(key);

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Engine.GetGrain<T>(key);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
