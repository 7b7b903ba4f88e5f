using Sems.Simulator.Time;

namespace Sems.Simulator.Stations;

/// <summary>How a station differs from the next one.</summary>
/// <param name="IsOld">An old model: it sends neither voltage nor power, and its times have fractions.</param>
/// <param name="ClockOffsetMs">Its clock minus the right time, ms.</param>
/// <param name="MainsV">Its building's voltage, V.</param>
public sealed record StationTraits(bool IsOld, long ClockOffsetMs, double MainsV)
{
    /// <summary>The traits of the n-th station: every third is old; clocks are off by up to a minute and a half.</summary>
    public static StationTraits Of(int index, int seed, string group)
    {
        var random = Seeds.Stream(seed, "station", group);
        return new StationTraits(index % 3 == 1, random.Next(-20_000, 90_000), random.Between(221, 229));
    }
}
