using Sems.GrainInterfaces;

namespace Sems.Grains.Cluster;

/// <summary>Adds up what several silos have to carry.</summary>
internal static class LoadSum
{
    /// <summary>The sum; null when none of them tells.</summary>
    public static LoadNumbers? Of(IEnumerable<CallCounts> times)
    {
        var told = times.Where(t => t.Load is not null).Select(t => (t.Seconds, Load: t.Load!)).ToList();
        if (told.Count == 0) return null;
        var commits = new CallTally();
        foreach (var (seconds, load) in told) commits.Add(load.Commits, seconds);
        var (perSecond, _, p50, p99) = commits.Sum();
        return new LoadNumbers
        {
            ManagedBytes = told.Sum(t => t.Load.ManagedBytes),
            RssBytes = told.Sum(t => t.Load.RssBytes),
            Queue = told.Sum(t => t.Load.Queue),
            WaitingCalls = told.Any(t => t.Load.WaitingCalls is not null) ? told.Sum(t => t.Load.WaitingCalls ?? 0) : null,
            CommitsPerSecond = perSecond,
            P50Ms = p50,
            P99Ms = p99,
        };
    }
}
