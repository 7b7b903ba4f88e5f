using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Grains.Pushes;
using Sems.Storage;
using Sems.Storage.Outbox;

namespace Sems.Silo.Sweeping;

/// <summary>Looks into the outbox at start-up and each minute and wakes who sends what is pending there: that brings back what a dead process left.</summary>
public sealed partial class PushSweeper(
    IDatabase database, IGrainFactory grains, PushSettings settings, PushBrake brake, TimeProvider time, ILogger<PushSweeper> log) : BackgroundService
{
    /// <summary>One sweep.</summary>
    /// <returns>How many were woken.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (settings.Held) return 0;
        var woken = 0;
        for (var shard = 0; shard < PushShard.Count; shard++)
        {
            if (await database.Outbox.NextDueAsync(shard, cancel) is null) continue;
            await grains.GetGrain<IPushGrain>(PushShards.Key(shard)).Wake();
            woken++;
        }
        return woken;
    }

    /// <summary>Hosted services stop before the engine does, and sending with them.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        brake.Pull();
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Sweeper.Period, time);
        try
        {
            do await TrySweepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // it stops, perhaps in the middle of a sweep
        }
    }

    private async Task TrySweepAsync(CancellationToken stopping)
    {
        try
        {
            await SweepAsync(stopping);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            LogOutage(failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pending pushes could not be looked after, for now: {Reason}")]
    private partial void LogOutage(string reason);
}
