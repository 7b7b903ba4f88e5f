using System.Globalization;
using Sems.Simulator.Metrics;
using Sems.Simulator.Stations;
using Sems.Simulator.Time;

namespace Sems.Simulator.Demo;

/// <summary>The line that shows how a run goes: updated in place on a terminal every second, else a new one every five.</summary>
public sealed class ProgressLine(StationFleet fleet, SimulatorStats stats, SimulationClock clock)
{
    private const int PlainEvery = 5;
    private readonly bool _inPlace = !Console.IsOutputRedirected;
    private long _lastSamples;
    private long _lastStamp = clock.Real.GetTimestamp();
    private int _ticks;

    /// <summary>Shows the line; call it every second.</summary>
    /// <param name="more">What the caller adds, e.g. bills.</param>
    public void Tick(string more)
    {
        if (_ticks++ % (_inPlace ? 1 : PlainEvery) != 0) return;
        var text = Text(more);
        if (!_inPlace)
        {
            Console.WriteLine(text);
            return;
        }

        var width = Math.Max(20, Console.WindowWidth - 1);
        Console.Write("\r\e[2K" + (text.Length > width ? text[..width] : text));
    }

    /// <summary>Leaves the line, so that other text can follow.</summary>
    public void Leave()
    {
        if (_inPlace && _ticks > 0) Console.WriteLine();
    }

    private string Text(string more)
    {
        var samples = stats.Samples;
        var seconds = clock.Real.GetElapsedTime(_lastStamp).TotalSeconds;
        var rate = seconds > 0 ? (samples - _lastSamples) / seconds : 0;
        (_lastSamples, _lastStamp) = (samples, clock.Real.GetTimestamp());
        var behind = fleet.Behind > TimeSpan.FromSeconds(Math.Max(60, clock.Speed)) ? $" (stations {fleet.Behind.TotalSeconds:0} s behind)" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ChinaTime.Local(clock.NowMs):MM-dd HH:mm}{behind} | {fleet.Polling}/{fleet.Stations.Count} stations polling | {stats.SessionsOpen} charging | {rate:N0} samples/s | {samples:N0} samples | {stats.SessionsCompleted} completed{more} | {stats.Errors.Count} errors | p99 {stats.TotalLatency().Percentile(0.99) / 1e6:0.0} ms");
    }
}
