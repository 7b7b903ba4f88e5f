using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Grains;
using Sems.Grains.Ammeters;
using Sems.Silo.Embedded;
using Sems.Silo.Metrics;
using Sems.Storage;

namespace Sems.Silo;

/// <summary>The embedded engine's part of the wiring.</summary>
internal static class EngineSetup
{
    public static void AddEngine(this IServiceCollection services, DataDirectory directory, IConfiguration configuration)
    {
        services.AddSingleton<IGrainStorage>(provider => new StoredGrainStates(provider.GetRequiredService<IDatabase>().States));
        services.AddSingleton<IGrainStateSerializer>(new JsonGrainStateSerializer(GrainStateJson.Default.Options));
        services.AddSingleton<ILocalSilo, LocalSilo>();
        services.AddEmbeddedEngine(engine => engine.AddGrains(typeof(AmmeterGrain).Assembly));
    }
}
