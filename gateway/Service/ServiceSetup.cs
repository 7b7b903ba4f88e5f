using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sems.Gateway.Service.Counts;
using Sems.Gateway.Service.Keys;
using Sems.Gateway.Service.Limits;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Service;

/// <summary>Wires what stands around the calls of stations.</summary>
public static class ServiceSetup
{
    /// <summary>Adds keys, limits and counts.</summary>
    /// <exception cref="FormatException">A setting is not understood.</exception>
    public static void AddStationService(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.AddSingleton(ServiceLimits.Read(configuration));
        services.AddSingleton(StationKeyPolicy.Read(configuration));
        services.AddSingleton<StationKeyRing>();
        services.AddHostedService<StationKeyWatch>();
        services.AddSingleton<RefusalBook>();
        services.AddSingleton<ServiceCounts>();
        services.AddSingleton<ServiceGuard>();
        services.AddSingleton<ConnectionLimit>();
    }

    /// <summary>Limits the connections of an address, and how long one may take for its headers or do nothing.</summary>
    public static void LimitConnections(KestrelServerOptions kestrel)
    {
        var limits = kestrel.ApplicationServices.GetRequiredService<ServiceLimits>();
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(limits.IdleSeconds);
        kestrel.ConfigureEndpointDefaults(endpoint =>
        {
            var limit = kestrel.ApplicationServices.GetRequiredService<ConnectionLimit>();
            endpoint.Use(next => connection => limit.OnConnectionAsync(connection, next));
        });
    }
}
