using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Dashboard;

namespace Sems.Silo.Orleans.Client;

/// <summary>
/// Orleans' dashboard in a gateway whose silo is another process. Orleans means it for one client that lasts as long as
/// the process; here each connection has its own, so what asks the grains is made anew for each request.
/// </summary>
internal sealed class GatewayDashboard(IServiceCollection services, IConfiguration configuration) : IClientBuilder
{
    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;

    /// <summary>Adds what its pages need.</summary>
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var before = services.Count;
        new GatewayDashboard(services, configuration).AddDashboard();
        for (var i = before; i < services.Count; i++)
        {
            if (services[i] is { ImplementationType: { } type } service && AsksGrains(type))
                services[i] = ServiceDescriptor.Transient(service.ServiceType, type);
        }
    }

    private static bool AsksGrains(Type type) =>
        type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(IGrainFactory)));
}
