using Sems.Analysis.Charging;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>What befalls readings on their way: some are missing, come twice or late, and now and then nothing comes for minutes.</summary>
internal static class LabFaults
{
    private const double MissingChance = 1 / 300d;
    private const double RepeatChance = 1 / 400d;
    private const double LateChance = 1 / 500d;
    private const double GapChance = 1 / 6000d;

    /// <summary>The readings that come, in the order in which they come.</summary>
    public static List<CurvePoint> Befall(List<CurvePoint> points, Random random)
    {
        var came = new List<CurvePoint>(points.Count);
        var gap = 0;
        foreach (var point in points)
        {
            if (random.Chance(GapChance)) gap = random.Next(4, 42);
            if (gap-- > 0 || random.Chance(MissingChance)) continue;
            if (random.Chance(LateChance) && came.Count > 0) came.Insert(came.Count - 1, point);
            else came.Add(point);
            if (random.Chance(RepeatChance)) came.Add(point);
        }

        return came;
    }
}
