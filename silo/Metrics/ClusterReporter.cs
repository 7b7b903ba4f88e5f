using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Silo.Metrics;

/// <summary>Tells the cluster grain this silo's numbers every few seconds. Whatever goes wrong with that disturbs nothing else.</summary>
internal sealed partial class ClusterReporter(
    CallStatistics statistics, GrainInstruments instruments, StorageInstruments storage, ILocalSilo silo, IGrainFactory grains, MachineClock clock,
    ReportPeriod period, ILogger<ClusterReporter> log) : BackgroundService
{
    private readonly DateTimeOffset _since = clock.Time.GetUtcNow();
    private DateTimeOffset? _told;
    private bool _failing;

    /// <summary>One report. It does not throw.</summary>
    public async Task ReportAsync(CancellationToken cancel)
    {
        try
        {
            var load = Load();
            statistics.Tick(load);
            var minute = statistics.LastMinute(load);
            storage.Note(minute);
            instruments.WaitingCalls = load.WaitingCalls;
            instruments.Activations = await silo.CountActivationsAsync().WaitAsync(cancel);
            _told = await grains.GetGrain<IClusterGrain>(IClusterGrain.Key).Report(Build(minute)).WaitAsync(cancel);
            if (_failing) LogAgain();
            _failing = false;
        }
        catch (Exception failure)
        {
            if (!_failing && !cancel.IsCancellationRequested) LogFailed(failure);
            _failing = true;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(period.Time, clock.Time);
        do await ReportAsync(stoppingToken);
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private SiloLoad Load() => new()
    {
        ManagedBytes = GC.GetTotalMemory(forceFullCollection: false),
        RssBytes = Environment.WorkingSet,
        Queue = storage.Queue,
        WaitingCalls = silo.WaitingCalls,
        Commits = storage.Commits,
    };

    private SiloReport Build(CallCounts minute) => new()
    {
        Address = silo.Address,
        Name = silo.Name,
        Engine = SiloEngine.Name,
        Since = _since,
        ManagedBytes = minute.Load!.ManagedBytes,
        RssBytes = minute.Load.RssBytes,
        Activations = [.. instruments.Activations],
        LastMinute = minute,
        After = _told,
        Minutes = [.. statistics.Minutes.Where(m => _told is null || m.At > _told)],
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "This silo's numbers cannot be told to the cluster grain; said once until it works again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "This silo's numbers are told to the cluster grain again")]
    private partial void LogAgain();
}
