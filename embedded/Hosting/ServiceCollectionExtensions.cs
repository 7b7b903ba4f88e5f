using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Sems.Embedded;

/// <summary>Sets the engine up in a host.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="EmbeddedEngine"/> and <see cref="IGrainFactory"/>. The host also registers an <see cref="IGrainStorage"/> per
    /// storage name, an <see cref="IGrainStateSerializer"/> (by default JSON by reflection), and, if it wants any,
    /// <see cref="IIncomingGrainCallFilter"/>s. When the host stops, it stops the engine. Grains are built from the root services:
    /// they cannot have scoped ones.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Adds the grain classes and sets options.</param>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, Action<EmbeddedEngineOptions> configure)
    {
        services.AddLogging();
        services.AddOptions<EmbeddedEngineOptions>().Configure(configure);
        services.TryAddSingleton<IGrainStateSerializer>(_ => new JsonGrainStateSerializer(JsonSerializerOptions.Default));
        services.TryAddSingleton<EmbeddedEngine>();
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EmbeddedEngine>());
        return services;
    }
}
