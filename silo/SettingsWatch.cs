using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.Grains.Cluster;
using Sems.Grains.Settings;
using Sems.Storage;

namespace Sems.Silo;

/// <summary>Looks each second whether settings were changed, for it may be another silo that changes them.</summary>
public sealed partial class SettingsWatch(CampusSettings settings, MachineClock clock, ILogger<SettingsWatch> log) : BackgroundService
{
    /// <summary>Between looks.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private bool _failing;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the silo stops
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await settings.RefreshIfChangedAsync(cancel);
            _failing = false;
        }
        catch (Exception failure) when (failure is StorageUnavailableException or FormatException)
        {
            if (!_failing) LogStale(failure.Message);
            _failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The settings cannot be read; those read last hold until they can: {Reason}")]
    private partial void LogStale(string reason);
}
