using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Silo.Sweeping;

/// <summary>
/// Calls the meters and stations nobody else calls. At start-up and every twenty seconds it reads the ledger and the registry, and calls
/// every meter with a charge that has not ended, and every station, that it knows no due time of: that finishes what a failure or a dead
/// process left unfinished. Each answers when a rule of time is due; then it is called again.
/// </summary>
public sealed partial class Sweeper(
    IDatabase database, IGrainFactory grains, SiloReadiness readiness, TimeProvider time, ILogger<Sweeper> log) : BackgroundService
{
    /// <summary>Between sweeps: the shortest silence that can be set, so that nothing of a new session is due before it is known.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    /// <summary>The first sweep holds readiness back no longer than this; it goes on in the background.</summary>
    public static readonly TimeSpan MostHold = TimeSpan.FromSeconds(1);

    /// <summary>What is due within it is done together.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Whatever was answered, nobody waits longer: settings may have changed since.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>After a failure a meter is called again so much later.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const int AtOnce = 16;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly DueList<Target> _due = new();
    private DateTimeOffset _nextSweep;

    /// <summary>One sweep.</summary>
    /// <returns>How many meters were called, and how many of them failed.</returns>
    public async Task<(int Woken, int Failed)> SweepAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var open = await database.Ledger.OpenChargesAsync(cancel);
            var stations = await database.Registry.GroupsAsync(cancel);
            // A starting charge is what an interrupted start leaves, so those go first, and always.
            var meters = open.OrderBy(c => c.Status == ChargeStatus.Starting ? 0 : 1).Select(c => new Target(c.Group, c.Ammeter)).ToList();
            var starting = open.Count(c => c.Status == ChargeStatus.Starting);
            var unknown = meters.Where((target, i) => i < starting || !_due.Contains(target)).Distinct().ToList();
            var failed = await CallAsync([.. unknown, .. stations.Select(s => new Target(s.Group, null)).Where(s => !_due.Contains(s))], cancel);
            return (unknown.Count - failed, failed);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Calls everyone who is due by now.</summary>
    /// <returns>How many were called.</returns>
    public async Task<int> TendAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var due = _due.Take(time.GetUtcNow());
            if (due.Count > 0) await CallAsync(due, cancel);
            return due.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var hold = new Timer(_ => readiness.Swept(), null, MostHold, Timeout.InfiniteTimeSpan);
        using var timer = new PeriodicTimer(Step, time);
        var seen = DateTimeOffset.MinValue;
        try
        {
            do
            {
                var now = time.GetUtcNow();
                if (now < seen) await ForgetAsync(stoppingToken);
                seen = now;
                if (now >= _nextSweep) await TrySweepAsync(now, stoppingToken);
                await TendAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // it stops, perhaps in the middle of a sweep
        }
    }

    /// <summary>The clock was set back: what was due by it would be called far too late.</summary>
    private async Task ForgetAsync(CancellationToken stopping)
    {
        await _turn.WaitAsync(stopping);
        _due.Clear();
        _turn.Release();
        _nextSweep = default;
    }

    private async Task TrySweepAsync(DateTimeOffset now, CancellationToken stopping)
    {
        _nextSweep = now + Period;
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

    /// <summary>Calls them, several at once, and notes when each is due next.</summary>
    /// <returns>How many meters failed.</returns>
    private async Task<int> CallAsync(IReadOnlyCollection<Target> targets, CancellationToken cancel)
    {
        Exception? outage = null;
        var failed = 0;
        var answers = new ConcurrentQueue<(Target Target, DateTimeOffset? Due)>();
        await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (target, _) =>
        {
            try
            {
                answers.Enqueue((target, await TendAsync(target)));
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                if (target.Ammeter is not null) Interlocked.Increment(ref failed);
                answers.Enqueue((target, time.GetUtcNow() + RetryAfter));
                if (Outage.Is(failure)) outage = failure;
                else LogFailed(target.Group, target.Ammeter, failure);
            }
        });
        var latest = time.GetUtcNow() + LongestWait;
        foreach (var (target, due) in answers) _due.Set(target, due > latest ? latest : due);
        if (outage is not null) LogOutage(targets.Count, failed, outage.Message);
        else if (failed > 0) LogSwept(targets.Count, failed);
        return failed;
    }

    private Task<DateTimeOffset?> TendAsync(Target target) => target.Ammeter is { } ammeter
        ? grains.GetGrain<IAmmeterGrain>(new AmmeterKey(target.Group, ammeter).ToString()).Tend()
        : grains.GetGrain<IAmmeterGroupGrain>(target.Group).Tend();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Group}/{Ammeter} could not be woken")]
    private partial void LogFailed(string group, string? ammeter, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep: {Woken} woken, {Failed} meters failed")]
    private partial void LogSwept(int woken, int failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep: {Woken} woken, {Failed} meters failed, for now: {Reason}")]
    private partial void LogOutage(int woken, int failed, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep could not read the ledger: {Reason}")]
    private partial void LogNoLedger(string reason);

    /// <summary>A meter, or a station where there is no meter.</summary>
    private readonly record struct Target(string Group, string? Ammeter);
}
