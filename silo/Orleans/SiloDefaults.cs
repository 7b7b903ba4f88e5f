using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Sems.Silo.Orleans;

/// <summary>What every silo and every client of SEMS has set the same way.</summary>
public static class SiloDefaults
{
    /// <summary>Longest a call between grains, or from the gateway, may take.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Grains nobody called for this long are taken out of memory.</summary>
    public static readonly TimeSpan CollectionAge = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How often a call may meet an activation that is about to leave memory and be sent on to the next one. Calls that wait
    /// for a meter nobody knows do so one after the other.
    /// </summary>
    private const int MostForwards = 255;

    /// <summary>Sets a silo.</summary>
    public static IServiceCollection AddSiloDefaults(this IServiceCollection services)
    {
        services.AddEngineClock();
        services.AddQuietLogs();
        services.AddSemsExceptions();
        services.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.ResponseTimeout = ResponseTimeout;
            messaging.MaxForwardCount = MostForwards;
            messaging.ClientGatewayShutdownNotificationTimeout = TimeSpan.FromMilliseconds(100);
        });
        services.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = CollectionAge);
        return services;
    }

    /// <summary>Grain timers run by SEMS's clock, which a demo speeds up and a test holds; the engine's own work by the real one.</summary>
    public static IServiceCollection AddEngineClock(this IServiceCollection services) =>
        services.AddKeyedSingleton<TimeProvider>(
            KeyedService.AnyKey,
            (provider, area) => area is TimeProviderNames.Grains ? provider.GetRequiredService<TimeProvider>() : TimeProvider.System);

    /// <summary>Lets SEMS's own exceptions cross from process to process as what they are.</summary>
    public static IServiceCollection AddSemsExceptions(this IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add("Sems"));
}
