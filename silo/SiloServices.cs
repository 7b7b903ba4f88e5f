using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sems.Grains.Ammeters;
using Sems.Grains.Analysis;
using Sems.Grains.Cluster;
using Sems.Grains.Settings;
using Sems.Grains.Silos;
using Sems.Silo.Metrics;
using Sems.Silo.Sweeping;
using Sems.Storage;

namespace Sems.Silo;

/// <summary>Wires the grains, the engine and the storage into a host.</summary>
public static class SiloServices
{
    /// <summary>Adds a silo that lives in this process.</summary>
    /// <param name="services">The host's services; a <see cref="TimeProvider"/> is expected there.</param>
    /// <param name="database">The open database; whoever opened it disposes it after the host.</param>
    /// <param name="directory">Where an engine that keeps grain states in a file of its own has that.</param>
    /// <param name="configuration">Section "Charging" holds the rules.</param>
    public static IServiceCollection AddSemsSilo(
        this IServiceCollection services, IDatabase database, DataDirectory directory, IConfiguration configuration)
    {
        services.AddSemsGrains(database, configuration);
        services.AddEngine(directory, configuration);
        services.AddGrainMetrics(configuration);
        services.AddHostedService(provider => provider.GetRequiredService<Sweeper>());
        services.AddHostedService(provider => provider.GetRequiredService<PushSweeper>());
        services.AddHostedService(provider => provider.GetRequiredService<Learner>());
        return services;
    }

    /// <summary>Adds what grains and the silo around them need, but no engine to run them.</summary>
    public static IServiceCollection AddSemsGrains(this IServiceCollection services, IDatabase database, IConfiguration configuration)
    {
        services.AddSingleton(database);
        services.AddSingleton<IDatabaseReader>(database);
        var defaults = ChargingSettingsReader.Read(configuration.GetSection("Charging"));
        // Read when first asked for, which SettingsWatch sees to before a host starts anything; no grain has ever other settings than these.
        services.AddSingleton(_ => CampusSettings.LoadAsync(database.Settings, defaults).GetAwaiter().GetResult());
        services.AddSingleton<ICampusSettings>(provider => provider.GetRequiredService<CampusSettings>());
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.AddHostedService<SettingsWatch>();
        services.AddSingleton(StationKeySettingsReader.Read(configuration));
        services.AddTransient<SessionTime>();
        services.AddSingleton(SiloStorage.Options);
        services.AddSingleton<SiloReadiness>();
        services.AddSingleton<IReadiness>(provider => provider.GetRequiredService<SiloReadiness>());
        services.AddSingleton<Sweeper>();
        services.AddSingleton<AnalysisTurn>();
        services.AddSingleton<Learner>();
        services.AddPushes(configuration);
        return services;
    }
}
