using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sems.Grains.Cluster;
using Sems.Storage;

namespace Sems.Silo.Metrics;

/// <summary>Wires what counts grain calls.</summary>
internal static class MetricsServices
{
    /// <summary>Counts this silo's calls and tells them to the cluster grain. Comes after the engine.</summary>
    public static void AddGrainMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.AddSingleton(ReportPeriod.Read(configuration));
        services.AddSingleton<CallStatistics>();
        services.AddSingleton<GrainInstruments>();
        services.AddSingleton(provider => new StorageInstruments(provider.GetRequiredService<IMeterFactory>(), provider.GetRequiredService<IDatabase>().Activity));
        services.AddSingleton<IIncomingGrainCallFilter, GrainCallFilter>();
        services.AddHostedService<ClusterReporter>();
    }
}
