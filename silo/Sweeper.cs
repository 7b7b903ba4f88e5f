using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Silo;

/// <summary>
/// Reads the ledger at start-up and each minute and wakes every meter with a charge that has not ended: that finishes what
/// a failure or a dead process left unfinished.
/// </summary>
public sealed partial class Sweeper(
    IDatabase database, IGrainFactory grains, SiloReadiness readiness, TimeProvider time, ILogger<Sweeper> log) : BackgroundService
{
    /// <summary>Between sweeps.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>The first sweep holds readiness back no longer than this; it goes on in the background.</summary>
    public static readonly TimeSpan MostHold = TimeSpan.FromSeconds(1);

    private const int AtOnce = 16;

    /// <summary>One sweep.</summary>
    /// <returns>How many meters were woken, and how many of them failed.</returns>
    public async Task<(int Woken, int Failed)> SweepAsync(CancellationToken cancel)
    {
        Exception? outage = null;
        var open = await database.Ledger.OpenChargesAsync(cancel);
        var woken = 0;
        var failed = 0;
        // A starting charge is what an interrupted start leaves, so those go first.
        var ordered = open.OrderBy(c => c.Status == ChargeStatus.Starting ? 0 : 1);
        await Parallel.ForEachAsync(ordered, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (charge, _) =>
        {
            try
            {
                await grains.GetGrain<IAmmeterGrain>(new AmmeterKey(charge.Group, charge.Ammeter).ToString()).Wake();
                Interlocked.Increment(ref woken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Interlocked.Increment(ref failed);
                if (Outage.Is(failure)) outage = failure;
                else LogFailed(charge.Group, charge.Ammeter, failure);
            }
        });
        if (outage is not null) LogOutage(woken, failed, outage.Message);
        else if (failed > 0) LogSwept(woken, failed);
        return (woken, failed);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var hold = new Timer(_ => readiness.Swept(), null, MostHold, Timeout.InfiniteTimeSpan);
        using var timer = new PeriodicTimer(Period, time);
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
            var (_, failed) = await SweepAsync(stopping);
            if (failed == 0) readiness.Swept();
        }
        catch (StorageUnavailableException failure)
        {
            LogNoLedger(failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Meter {Group}/{Ammeter} could not be woken")]
    private partial void LogFailed(string group, string ammeter, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep: {Woken} meters woken, {Failed} failed")]
    private partial void LogSwept(int woken, int failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep: {Woken} meters woken, {Failed} failed, for now: {Reason}")]
    private partial void LogOutage(int woken, int failed, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep could not read the ledger: {Reason}")]
    private partial void LogNoLedger(string reason);
}
