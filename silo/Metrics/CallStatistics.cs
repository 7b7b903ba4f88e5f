using System.Collections.Concurrent;
using System.Reflection;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;

namespace Sems.Silo.Metrics;

/// <summary>
/// Calls of SEMS's own grains, by method: since the start, in the last minute, and in each minute of the last hour. Counting only ever
/// adds; times are told apart by taking the counts every few seconds and subtracting, so nothing is lost at their borders.
/// </summary>
/// <param name="clock">The machine's clock.</param>
internal sealed class CallStatistics(MachineClock clock)
{
    /// <summary>Minutes kept.</summary>
    public const int MostMinutes = 60;

    private const string Own = "Sems.";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenMarks = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<MethodInfo, MethodCalls?> _methods = new(ReferenceEqualityComparer.Instance);
    private readonly List<CallCounts> _minutes = [];
    private readonly Queue<Mark> _marks = new([Mark.Empty(clock.Time)]);
    private SiloLoad? _most;
    private Mark _minute = Mark.Empty(clock.Time);

    /// <summary>Methods called so far.</summary>
    public IEnumerable<MethodCalls> Methods => _methods.Values.OfType<MethodCalls>();

    /// <summary>Minutes that are over, oldest first. For the caller of <see cref="Tick"/> only, like <see cref="LastMinute"/>.</summary>
    public IReadOnlyList<CallCounts> Minutes => _minutes;

    /// <summary>Where a call is counted; null if it is not one of SEMS's own.</summary>
    public MethodCalls? Of(IIncomingGrainCallContext call) =>
        _methods.TryGetValue(call.InterfaceMethod, out var method) ? method : Add(call);

    /// <summary>Takes the counts. To be called every few seconds, by one caller at a time.</summary>
    /// <param name="load">What the silo carries now, with its commits since the start.</param>
    public void Tick(SiloLoad? load = null)
    {
        var now = Mark.Of(Methods, load, clock.Time);
        _most = Most(load, _most);
        if (MinuteOf(now.At) != MinuteOf(_minute.At))
        {
            var minute = now.Since(_minute, clock.Time);
            _minutes.Add(minute with { At = MinuteOf(_minute.At), Load = Most(minute.Load, _most) });
            if (_minutes.Count > MostMinutes) _minutes.RemoveAt(0);
            _minute = now;
            _most = load;
        }
        if (Age(now, _marks.Last()) >= BetweenMarks) _marks.Enqueue(now);
        while (_marks.Count > 1 && Age(now, _marks.ElementAt(1)) >= Window) _marks.Dequeue();
    }

    /// <summary>Calls from a minute ago, or the last <see cref="Tick"/> before that, until now.</summary>
    /// <param name="load">What the silo carries now, with its commits since the start.</param>
    public CallCounts LastMinute(SiloLoad? load = null) => Mark.Of(Methods, load, clock.Time).Since(_marks.Peek(), clock.Time);

    private static DateTimeOffset MinuteOf(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private TimeSpan Age(Mark now, Mark then) => clock.Time.GetElapsedTime(then.Timestamp, now.Timestamp);

    private MethodCalls? Add(IIncomingGrainCallContext call)
    {
        var own = call.InterfaceMethod.DeclaringType?.Assembly.GetName().Name?.StartsWith(Own, StringComparison.Ordinal) == true;
        return _methods.GetOrAdd(call.InterfaceMethod, own ? new MethodCalls(call.Grain.GetType().Name, call.MethodName) : null);
    }

    /// <summary>The most of both; commits are those of the former.</summary>
    private static SiloLoad? Most(SiloLoad? a, SiloLoad? b) => a is null || b is null ? a ?? b : a with
    {
        ManagedBytes = Math.Max(a.ManagedBytes, b.ManagedBytes),
        RssBytes = Math.Max(a.RssBytes, b.RssBytes),
        Queue = Math.Max(a.Queue, b.Queue),
        WaitingCalls = a.WaitingCalls > b.WaitingCalls ? a.WaitingCalls : b.WaitingCalls ?? a.WaitingCalls,
    };

    /// <summary>All counts at one moment.</summary>
    private sealed record Mark(DateTimeOffset At, long Timestamp, IReadOnlyDictionary<(string Grain, string Method), MethodCounts> Counts, SiloLoad? Load)
    {
        public static Mark Empty(TimeProvider time) => Of([], null, time);

        public static Mark Of(IEnumerable<MethodCalls> methods, SiloLoad? load, TimeProvider time) =>
            new(time.GetUtcNow(), time.GetTimestamp(), methods.Select(m => m.Take()).ToDictionary(m => (m.Grain, m.Method)), load);

        public CallCounts Since(Mark then, TimeProvider time) => new(
            then.At, time.GetElapsedTime(then.Timestamp, Timestamp).TotalSeconds,
            [.. Counts.Values.Select(c => Subtract(c, then.Counts.GetValueOrDefault((c.Grain, c.Method)))).Where(c => c.Durations.Length > 0)])
        {
            Load = Load is null ? null : Load with { Commits = Load.Commits.Since(then.Load?.Commits ?? []) },
        };

        private static MethodCounts Subtract(MethodCounts now, MethodCounts? then)
        {
            if (then is null) return now;
            return now with { Failures = now.Failures - then.Failures, Durations = now.Durations.Since(then.Durations) };
        }
    }
}
