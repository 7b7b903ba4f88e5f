using System.Globalization;
using System.Text.Json;
using Sems.Simulator.Time;

namespace Sems.Simulator.Demo;

/// <summary>
/// <c>demo-clock.json</c> in a demo's data directory: how far simulated time has come, so that the next demo on the same data goes on from
/// there and never back.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="time">The real clock.</param>
public sealed class DemoClockFile(string path, TimeProvider time)
{
    private const double MostLostMs = 30_000;
    private static readonly TimeSpan FirstMorning = new(16, 30, 0);

    /// <summary>The clock for a new run: goes on where the last one stopped, or begins at the last half past four in the afternoon.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public SimulationClock Begin(double speed)
    {
        var realMs = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new SimulationClock(time, realMs, Read(realMs) ?? ChinaTime.LastAt(realMs, FirstMorning), speed);
    }

    /// <summary>Writes where simulated time stands.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="clean">True when the demo has stopped: simulated time goes no further.</param>
    public void Write(SimulationClock clock, bool clean)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"sim_ms":{{clock.NowMs}},"real_ms":{{time.GetUtcNow().ToUnixTimeMilliseconds()}},"speed":{{clock.Speed:R}},"clean":{{(clean ? "true" : "false")}}}""");
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }

    private long? Read(long realMs)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var root = json.RootElement;
            var simMs = root.GetProperty("sim_ms").GetInt64();
            if (root.GetProperty("clean").GetBoolean()) return simMs + 1;

            // The last run was cut off some time after it wrote this: skip what it may have lived through.
            var lost = Math.Clamp(realMs - root.GetProperty("real_ms").GetInt64(), 0, MostLostMs);
            return simMs + 1 + (long)(lost * root.GetProperty("speed").GetDouble());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"{path} is damaged: {e.Message}", e);
        }
    }
}
