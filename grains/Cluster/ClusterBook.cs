using System.Collections.Immutable;
using Sems.GrainInterfaces;

namespace Sems.Grains.Cluster;

/// <summary>What silos told: the last report and the last hour of each. Not safe for concurrent use.</summary>
public sealed class ClusterBook
{
    /// <summary>A silo that has not reported for this long is gone.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(15);

    /// <summary>This long after its last report a silo is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly SortedDictionary<string, Page> _silos = new(StringComparer.Ordinal);

    /// <summary>Notes a report.</summary>
    /// <returns>The last minute of that silo there is now, or null.</returns>
    public DateTimeOffset? Note(SiloReport report, DateTimeOffset now)
    {
        if (!_silos.TryGetValue(report.Address, out var page)) _silos[report.Address] = page = new Page();
        page.Report = report;
        page.LastSeen = now;
        // A report that goes on from another minute than this would leave a gap, or tell something twice: the answer asks for the right ones.
        if (report.After == page.LastMinute) page.Minutes.AddRange(report.Minutes);
        Forget(now);
        return page.LastMinute;
    }

    /// <summary>All silos, now.</summary>
    public ClusterOverview Overview(DateTimeOffset now)
    {
        Forget(now);
        var alive = _silos.Values.Where(s => s.IsAlive(now)).ToList();
        var minutes = _silos.Values.SelectMany(s => s.Minutes).GroupBy(m => m.At).OrderBy(g => g.Key).ToList();
        return new ClusterOverview
        {
            Now = now,
            Engine = _silos.Values.MaxBy(s => s.LastSeen)?.Report.Engine,
            Silos = [.. _silos.Values.Select(s => s.Overview(now)).OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Since)],
            Activations = Activations(alive),
            Methods = Methods(alive, minutes),
            Points = [.. minutes.Select(m => new CallPoint(m.Key, Sum(m)) { Load = LoadSum.Of(m) })],
        };
    }

    private static ImmutableArray<ActivationCount> Activations(List<Page> alive) =>
        [.. alive.SelectMany(s => s.Report.Activations).GroupBy(a => a.Grain, a => a.Count)
            .Select(g => new ActivationCount(g.Key, g.Sum())).OrderBy(a => a.Grain, StringComparer.Ordinal)];

    private static ImmutableArray<MethodOverview> Methods(List<Page> alive, List<IGrouping<DateTimeOffset, CallCounts>> minutes)
    {
        var last = alive.Select(s => s.Report.LastMinute).SelectMany(Calls).ToLookup(c => c.Name, c => c.Counts);
        var points = minutes.SelectMany(m => m.SelectMany(Calls).GroupBy(c => c.Name, c => c.Counts)
            .Select(method => (Name: method.Key, Point: new CallPoint(m.Key, Sum(method))))).ToLookup(p => p.Name, p => p.Point);
        return [.. last.Select(l => l.Key).Union(points.Select(p => p.Key)).OrderBy(name => name)
            .Select(name => new MethodOverview(name.Grain, name.Method, Sum(last[name]), [.. points[name]]))];
    }

    /// <summary>Some time's calls, taken apart by method.</summary>
    private static IEnumerable<((string Grain, string Method) Name, CallCounts Counts)> Calls(CallCounts counts) =>
        counts.Methods.Select(m => ((m.Grain, m.Method), counts with { Methods = [m], Load = null }));

    private static CallNumbers Sum(IEnumerable<CallCounts> calls)
    {
        var tally = new CallTally();
        foreach (var counts in calls) tally.Add(counts);
        return tally.Sum();
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (address, page) in _silos.ToList())
        {
            if (now - page.LastSeen > Kept) _silos.Remove(address);
            else page.Minutes.RemoveAll(m => now - m.At > Kept + TimeSpan.FromMinutes(1));
        }
    }

    private sealed class Page
    {
        public SiloReport Report { get; set; } = null!;

        public DateTimeOffset LastSeen { get; set; }

        public List<CallCounts> Minutes { get; } = [];

        public DateTimeOffset? LastMinute => Minutes.Count > 0 ? Minutes[^1].At : null;

        public bool IsAlive(DateTimeOffset now) => now - LastSeen <= GoneAfter;

        public SiloOverview Overview(DateTimeOffset now) => new()
        {
            Name = Report.Name,
            Address = Report.Address,
            Since = Report.Since,
            LastSeen = LastSeen,
            Alive = IsAlive(now),
            LastMinute = Sum([Report.LastMinute]),
            Activations = Report.Activations.Sum(a => a.Count),
            ManagedBytes = Report.ManagedBytes,
            RssBytes = Report.RssBytes,
            Load = LoadSum.Of([Report.LastMinute]),
        };
    }
}
