using Sems.Storage;

namespace Sems.Gateway.Service.Keys;

/// <summary>Reads the stations' keys before the first request and twice a second, for it may be another process that changes them.</summary>
public sealed partial class StationKeyWatch(StationKeyRing keys, ILogger<StationKeyWatch> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(0.5);
    private bool _failing;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the gateway stops
        }
    }

    private async Task RefreshAsync(CancellationToken cancel)
    {
        try
        {
            await keys.RefreshAsync(cancel);
            _failing = false;
        }
        catch (StorageUnavailableException failure)
        {
            if (!_failing) LogStale(failure.Message);
            _failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stations' keys cannot be read; those read last hold until they can: {Reason}")]
    private partial void LogStale(string reason);
}
