using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sems.Silo.Metrics.Otlp;

/// <summary>Wires what sends metrics to a collector.</summary>
public static class OtlpServices
{
    /// <summary>Sends this process's metrics as the settings Metrics:Otlp:… say; nothing without Metrics:Otlp:Endpoint.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="service">What the process is called there.</param>
    /// <exception cref="FormatException">A setting cannot be used.</exception>
    public static void AddOtlpMetrics(this IServiceCollection services, IConfiguration configuration, string service)
    {
        if (OtlpSettings.Read(configuration) is not { } settings) return;
        services.AddHostedService(provider => new OtlpExport(settings, service, provider.GetRequiredService<ILogger<OtlpExport>>()));
    }
}
