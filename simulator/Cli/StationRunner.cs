using Sems.Simulator.Campus;
using Sems.Simulator.Demo;
using Sems.Simulator.Metrics;
using Sems.Simulator.Stations;
using Sems.Simulator.Time;

namespace Sems.Simulator.Cli;

/// <summary>Runs only the stations, against a server that is already there.</summary>
public sealed class StationRunner(RunOptions options, TimeProvider time)
{
    /// <summary>Runs until the time is over or a signal comes; then every session is ended.</summary>
    /// <param name="stop">The signal.</param>
    /// <param name="abort">Ends at once, without ending sessions.</param>
    /// <returns>0 when no reply was an error.</returns>
    public async Task<int> RunAsync(CancellationToken stop, CancellationToken abort = default)
    {
        var campus = options.Campus is null
            ? CampusGenerator.Generate(GeneratedSize(), options.Seed)
            : CampusCsv.Read(options.Campus);
        var nowMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        var clock = new SimulationClock(time, nowMs, nowMs, options.Speed);
        var stats = new SimulatorStats();
        using var fleet = new StationFleet(campus, ServerAddress.ToCall(options.Urls), clock, stats, options.Seed, strict: false);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(abort);
        var stations = fleet.RunAsync(working.Token);
        await WatchAsync(fleet, stats, clock, stations, stop).ConfigureAwait(false);

        Console.WriteLine("run: ending all sessions");
        try
        {
            await fleet.CloseAsync().WaitAsync(TimeSpan.FromSeconds(90), abort).ConfigureAwait(false);
        }
        finally
        {
            await working.CancelAsync().ConfigureAwait(false);
            await stations.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            RunReport.Write(Console.Out, stats);
        }

        return stats.Errors.Count == 0 ? 0 : 1;
    }

    private CampusSize GeneratedSize()
    {
        var perStation = Math.Max(1, options.Meters / options.Stations);
        return new CampusSize(options.Stations, perStation, Math.Max(1, options.Stations * perStation * 3 / 2));
    }

    private async Task WatchAsync(StationFleet fleet, SimulatorStats stats, SimulationClock clock, Task stations, CancellationToken stop)
    {
        var line = new ProgressLine(fleet, stats, clock);
        var began = time.GetTimestamp();
        while (!stop.IsCancellationRequested && (options.Seconds is not { } seconds || time.GetElapsedTime(began).TotalSeconds < seconds))
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), time, stop), stations).ConfigureAwait(false);
            if (stations.IsCompleted) await stations.ConfigureAwait(false);
            line.Tick("");
        }

        line.Leave();
    }
}
