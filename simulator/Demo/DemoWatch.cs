using System.Globalization;
using System.Text.Json;
using Sems.Simulator.Metrics;
using Sems.Simulator.Replay;
using Sems.Simulator.Stations;
using Sems.Simulator.Time;

namespace Sems.Simulator.Demo;

/// <summary>Shows how a demo goes, second by second, and decides when it is over.</summary>
public sealed class DemoWatch(
    DemoOptions options, StationFleet fleet, SimulatorStats stats, SimulationClock clock, AdminClient admin, ServerOverview before)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private string _bills = "";

    /// <summary>
    /// Returns when the time is over and the replay, if any, has been played; or when the server has died. A station that fails throws.
    /// </summary>
    /// <param name="stations">The running stations.</param>
    /// <param name="replay">The running replay.</param>
    /// <param name="player">The replay's progress; null when there is none.</param>
    /// <param name="server">The server.</param>
    /// <param name="tick">Called every second.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task UntilEndAsync(Task stations, Task replay, ReplayPlayer? player, ServerProcess server, Action tick, CancellationToken stop)
    {
        var line = new ProgressLine(fleet, stats, clock);
        var began = clock.Real.GetTimestamp();
        var told = false;
        try
        {
            while (!server.Exited.IsCompleted)
            {
                var left = options.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) - clock.Real.GetElapsedTime(began) : Second;
                if (left <= TimeSpan.Zero && replay.IsCompleted) break;
                if (left <= TimeSpan.Zero && !told)
                {
                    told = true;
                    line.Leave();
                    Console.WriteLine($"demo: {options.Seconds:0.#} s are over; going on until the replay has been played");
                }

                var pause = left > TimeSpan.Zero && left < Second ? left : Second;
                await Task.WhenAny(Task.Delay(pause, clock.Real, stop), stations, server.Exited).ConfigureAwait(false);
                stop.ThrowIfCancellationRequested();
                if (stations.IsCompleted) await stations.ConfigureAwait(false);
                if (replay.IsFaulted) await replay.ConfigureAwait(false);
                await LookAtBillsAsync(stop).ConfigureAwait(false);
                line.Tick(_bills + (player is null ? "" : $" | replay {player.Sent}/{player.Total}"));
                tick();
            }
        }
        finally
        {
            line.Leave();
        }
    }

    private async Task LookAtBillsAsync(CancellationToken stop)
    {
        try
        {
            var added = (await admin.OverviewAsync(stop).ConfigureAwait(false)).Since(before);
            _bills = string.Create(CultureInfo.InvariantCulture, $" | {added.Bills:N0} bills ¥{added.BillsFen / 100m:N2}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidDataException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            _bills = " | bills ?";
        }
    }
}
