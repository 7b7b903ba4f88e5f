using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sems.Silo.Metrics.Otlp;

namespace Sems.Silo.Orleans.Hosting;

/// <summary>A running silo of its own process. Disposing drains and closes it in order.</summary>
internal sealed class SiloApp : IAsyncDisposable
{
    private readonly SiloFoundation _foundation;

    private SiloApp(SiloFoundation foundation, IHost host, SiloPorts ports) => (_foundation, Host, Ports) = (foundation, host, ports);

    /// <summary>The host.</summary>
    public IHost Host { get; }

    /// <summary>Where it listens.</summary>
    public SiloPorts Ports { get; }

    /// <summary>Where its data is.</summary>
    public string Data => _foundation.Directory.Place;

    /// <summary>Opens everything, starts the silo, and waits until it is ready for work.</summary>
    public static async Task<SiloApp> StartAsync(SiloStart start, int? siloPort, int? gatewayPort, CancellationToken cancel)
    {
        var foundation = await SiloFoundation.OpenAsync(start, cancel);
        IHost? host = null;
        try
        {
            var builder = Builder(start, foundation, siloPort, gatewayPort);
            var ports = SiloPorts.Read(builder.Configuration);
            ports.CheckFree();
            host = builder.Build();
            var readiness = host.Services.GetRequiredService<SiloReadiness>();
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            stopping.Register(readiness.Stopping);
            await host.StartAsync(cancel);
            await readiness.FirstSweep.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return new SiloApp(foundation, host, ports);
        }
        catch
        {
            host?.Dispose();
            await foundation.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Host is IAsyncDisposable host) await host.DisposeAsync();
        await _foundation.DisposeAsync();
    }

    private static HostApplicationBuilder Builder(SiloStart start, SiloFoundation foundation, int? siloPort, int? gatewayPort)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Settings(SiloPorts.Default.Silo, SiloPorts.Default.Gateway));
        builder.Configuration.AddJsonFile(foundation.Directory.Settings, optional: true).AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(Settings(siloPort, gatewayPort).Where(s => s.Value is not null));
        builder.Logging.AddSemsFilters();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(start.Time);
        foundation.AddTo(builder.Services, builder.Configuration);
        builder.Services.AddOtlpMetrics(builder.Configuration, "sems-silo");
        return builder;
    }

    private static Dictionary<string, string?> Settings(int? siloPort, int? gatewayPort) => new()
    {
        ["Orleans:SiloPort"] = siloPort?.ToString(CultureInfo.InvariantCulture),
        ["Orleans:GatewayPort"] = gatewayPort?.ToString(CultureInfo.InvariantCulture),
    };
}
