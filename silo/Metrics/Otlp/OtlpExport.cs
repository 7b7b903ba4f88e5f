using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Sems.Silo.Metrics.Otlp;

/// <summary>Sends the metrics of this process to a collector, on a thread of its own.</summary>
internal sealed class OtlpExport(OtlpSettings settings, string service, ILogger<OtlpExport> log) : IHostedService, IDisposable
{
    private const int TimeoutMs = 3_000;
    private MeterProvider? _provider;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(service, serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}"))
            .AddMeter("Sems.*", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(Configure).Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what there is once more; a collector that does not answer is not waited for long.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() => _provider?.Shutdown(TimeoutMs), CancellationToken.None);

    /// <inheritdoc />
    public void Dispose() => _provider?.Dispose();

    private void Configure(OtlpExporterOptions exporter, MetricReaderOptions reader)
    {
        exporter.Endpoint = settings.Endpoint;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Headers = settings.Headers;
        exporter.TimeoutMilliseconds = TimeoutMs;
        exporter.HttpClientFactory = () => new HttpClient(new CollectorWatch(settings.Endpoint, log)) { Timeout = TimeSpan.FromMilliseconds(TimeoutMs) };
        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Period.TotalMilliseconds;
        reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds = TimeoutMs;
    }
}
