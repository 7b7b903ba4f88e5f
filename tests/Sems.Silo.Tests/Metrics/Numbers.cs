using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Silo.Tests.Metrics;

internal static class Numbers
{
    /// <summary>All calls of some time, summed up.</summary>
    public static CallNumbers Of(CallCounts calls)
    {
        var tally = new CallTally();
        tally.Add(calls);
        return tally.Sum();
    }

    /// <summary>How many calls.</summary>
    public static long Calls(CallCounts calls) => calls.Methods.Sum(m => m.Durations.Sum(d => d.Count));
}
