using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Sems.Silo.Metrics;
using Sems.Silo.Orleans;

namespace Sems.Silo;

/// <summary>Orleans' part of the wiring: one silo, alone on this machine.</summary>
internal static class EngineSetup
{
    public static void AddEngine(this IServiceCollection services, DataDirectory directory, IConfiguration configuration)
    {
        var states = directory.Server is { } server ? PostgresGrainStates.Open(server) : SqliteGrainStates.Open(directory.GrainStates);
        var ports = SiloPorts.Read(configuration);
        services.AddOrleans(silo =>
        {
            silo.UseLocalhostClustering(ports.Silo, ports.Gateway, new IPEndPoint(IPAddress.Loopback, ports.Silo), SiloNames.Service, SiloNames.Cluster);
            if (DashboardSetting.IsOn(configuration)) silo.AddDashboard();
            if (directory.Server is null) silo.AddSqliteGrainStates(states);
            else silo.AddPostgresGrainStates(states);
            silo.Services.AddSiloDefaults();
            silo.Services.AddSingleton<ILocalSilo, LocalSilo>();
        });
    }
}
