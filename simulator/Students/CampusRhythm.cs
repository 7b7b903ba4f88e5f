using Sems.Simulator.Time;

namespace Sems.Simulator.Students;

/// <summary>How likely students come for a charge in each hour of a campus day.</summary>
public static class CampusRhythm
{
    private static readonly double[] ByHour =
    [
        0.25, 0.12, 0.08, 0.08, 0.08, 0.12, 0.35, 0.75, 0.70, 0.65, 0.75, 0.95, // lessons from 8, lunch from 11:30
        1.00, 0.85, 0.75, 0.80, 1.00, 1.30, 1.20, 1.20, 1.50, 1.60, 1.30, 0.60, // after classes, then the evening lessons end
    ];

    /// <summary>Relative to an average hour of the day, 0.08 to 1.6.</summary>
    /// <param name="simMs">Unix ms.</param>
    public static double Weight(long simMs) => ByHour[ChinaTime.Local(simMs).Hour];

    /// <summary>Draws the next moment somebody comes (a Poisson process whose rate follows the day, by thinning).</summary>
    /// <param name="random">The person's own stream.</param>
    /// <param name="afterMs">Not before this, Unix ms.</param>
    /// <param name="meanGapHours">Mean time between visits at weight 1, h.</param>
    public static long NextArrival(Random random, long afterMs, double meanGapHours)
    {
        const double mostWeight = 1.6;
        var at = (double)afterMs;
        do at += -Math.Log(1 - random.NextDouble()) * meanGapHours / mostWeight * 3_600_000;
        while (random.NextDouble() * mostWeight > Weight((long)at));
        return (long)at;
    }
}
