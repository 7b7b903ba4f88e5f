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
    private Mark _minute = Mark.Empty(clock.Time);

    /// <summary>Methods called so far.</summary>
    public IEnumerable<MethodCalls> Methods => _methods.Values.OfType<MethodCalls>();

    /// <summary>Minutes that are over, oldest first. For the caller of <see cref="Tick"/> only, like <see cref="LastMinute"/>.</summary>
    public IReadOnlyList<CallCounts> Minutes => _minutes;

    /// <summary>Where a call is counted; null if it is not one of SEMS's own.</summary>
    public MethodCalls? Of(IIncomingGrainCallContext call) =>
        _methods.TryGetValue(call.InterfaceMethod, out var method) ? method : Add(call);

    /// <summary>Takes the counts. To be called every few seconds, by one caller at a time.</summary>
    public void Tick()
    {
        var now = Mark.Of(Methods, clock.Time);
        if (MinuteOf(now.At) != MinuteOf(_minute.At))
        {
            _minutes.Add(now.Since(_minute, clock.Time) with { At = MinuteOf(_minute.At) });
            if (_minutes.Count > MostMinutes) _minutes.RemoveAt(0);
            _minute = now;
        }
        if (Age(now, _marks.Last()) >= BetweenMarks) _marks.Enqueue(now);
        while (_marks.Count > 1 && Age(now, _marks.ElementAt(1)) >= Window) _marks.Dequeue();
    }

    /// <summary>Calls from a minute ago, or the last <see cref="Tick"/> before that, until now.</summary>
    public CallCounts LastMinute() => Mark.Of(Methods, clock.Time).Since(_marks.Peek(), clock.Time);

    private static DateTimeOffset MinuteOf(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    private TimeSpan Age(Mark now, Mark then) => clock.Time.GetElapsedTime(then.Timestamp, now.Timestamp);

    private MethodCalls? Add(IIncomingGrainCallContext call)
    {
        var own = call.InterfaceMethod.DeclaringType?.Assembly.GetName().Name?.StartsWith(Own, StringComparison.Ordinal) == true;
        return _methods.GetOrAdd(call.InterfaceMethod, own ? new MethodCalls(call.Grain.GetType().Name, call.MethodName) : null);
    }

    /// <summary>All counts at one moment.</summary>
    private sealed record Mark(DateTimeOffset At, long Timestamp, IReadOnlyDictionary<(string Grain, string Method), MethodCounts> Counts)
    {
        public static Mark Empty(TimeProvider time) => Of([], time);

        public static Mark Of(IEnumerable<MethodCalls> methods, TimeProvider time) =>
            new(time.GetUtcNow(), time.GetTimestamp(), methods.Select(m => m.Take()).ToDictionary(m => (m.Grain, m.Method)));

        public CallCounts Since(Mark then, TimeProvider time) => new(
            then.At, time.GetElapsedTime(then.Timestamp, Timestamp).TotalSeconds,
            [.. Counts.Values.Select(c => Subtract(c, then.Counts.GetValueOrDefault((c.Grain, c.Method)))).Where(c => c.Durations.Length > 0)]);

        private static MethodCounts Subtract(MethodCounts now, MethodCounts? then)
        {
            if (then is null) return now;
            var before = then.Durations.ToDictionary(d => d.Bucket, d => d.Count);
            return now with
            {
                Failures = now.Failures - then.Failures,
                Durations = [.. now.Durations.Select(d => d with { Count = d.Count - before.GetValueOrDefault(d.Bucket) }).Where(d => d.Count > 0)],
            };
        }
    }
}
