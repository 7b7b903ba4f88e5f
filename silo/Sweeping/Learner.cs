using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Grains.Cluster;
using Sems.Storage;
using Sems.Storage.Analysis;

namespace Sems.Silo.Sweeping;

/// <summary>
/// Has charges that ended learnt: every two seconds it looks which are due and calls the grain of each one's battery, one after the other, resting as
/// long as each took. What cannot be learnt after a few tries is given up, so that it stands in nobody's way.
/// </summary>
public sealed partial class Learner(IDatabase database, IGrainFactory grains, MachineClock machine, ILogger<Learner> log) : BackgroundService
{
    /// <summary>Between looks, by the machine's clock: a demo's runs faster.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>So often a charge is tried.</summary>
    public const int MostTries = 3;

    private const int Batch = 100;
    private readonly Dictionary<long, int> _tries = [];

    /// <summary>Learns what is due until nothing is.</summary>
    /// <returns>How many were learnt or given up.</returns>
    public async Task<int> LearnAsync(CancellationToken cancel)
    {
        var learnt = 0;
        while (true)
        {
            var due = await database.Analysis.DueAsync(Batch, cancel);
            if (due.Count == 0 && await grains.GetGrain<ILearningGrain>(ILearningGrain.Key).LearnAnew() == 0) return learnt;
            var before = learnt;
            foreach (var charge in due)
            {
                cancel.ThrowIfCancellationRequested();
                var began = Stopwatch.GetTimestamp();
                if (await LearnAsync(charge)) learnt++;
                await Task.Delay(Stopwatch.GetElapsedTime(began), cancel);
            }
            if (due.Count > 0 && learnt == before) return learnt; // each was tried; again at the next look
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, machine.Time);
        try
        {
            do await TryLearnAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // it stops; what is due stays due
        }
    }

    private async Task TryLearnAsync(CancellationToken stopping)
    {
        try
        {
            await LearnAsync(stopping);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            LogOutage(failure.Message);
        }
    }

    /// <summary>False: to be tried again.</summary>
    private async Task<bool> LearnAsync(DueCharge charge)
    {
        var battery = grains.GetGrain<IBatteryGrain>(charge.StudentNumber);
        try
        {
            if (await battery.Learn(charge.ChargeId))
            {
                _tries.Remove(charge.ChargeId);
                return true;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !Outage.Is(failure))
        {
            LogFailed(charge.ChargeId, failure);
        }
        var tries = _tries[charge.ChargeId] = _tries.GetValueOrDefault(charge.ChargeId) + 1;
        if (tries < MostTries) return false;
        await battery.GiveUp(charge.ChargeId);
        _tries.Remove(charge.ChargeId);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Charge {Charge} could not be learnt")]
    private partial void LogFailed(long charge, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Charges wait to be learnt: {Reason}")]
    private partial void LogOutage(string reason);
}
