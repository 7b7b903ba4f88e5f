using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin;

/// <summary>All silos and the calls of their grains. Times are UTC by the machines' clock; a demo's campus has a faster one.</summary>
/// <param name="Engine">embedded or orleans.</param>
/// <param name="Now">When this was put together.</param>
/// <param name="Silos">Those that reported within the last hour.</param>
/// <param name="Activations">Grains in memory by class, over the silos that are alive.</param>
/// <param name="Methods">Methods called within the last hour.</param>
/// <param name="Points">All calls and what the silos had to carry, minute by minute, oldest first; at most 60.</param>
public sealed record ClusterView(
    string Engine, DateTimeOffset Now, IReadOnlyList<SiloView> Silos, IReadOnlyList<ActivationView> Activations, IReadOnlyList<MethodView> Methods,
    IReadOnlyList<ClusterPointView> Points)
{
    internal static ClusterView Of(ClusterOverview o, string engine) => new(
        o.Engine ?? engine, o.Now, [.. o.Silos.Select(SiloView.Of)], [.. o.Activations.Select(a => new ActivationView(a.Grain, a.Count))],
        [.. o.Methods.Select(MethodView.Of)], [.. o.Points.Select(ClusterPointView.Of)]);
}

/// <summary>One run of one silo; calls and failures are those of the last minute it told of, memory in bytes.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Unlike that of any other.</param>
/// <param name="State">alive, or gone when it has stopped to report.</param>
/// <param name="Since">When it started.</param>
/// <param name="LastSeen">Its last report.</param>
/// <param name="CallsPerSecond">Calls a second.</param>
/// <param name="Failures">Calls that ended in an exception.</param>
/// <param name="P50Ms">Half of the calls took no longer, ms; null without calls.</param>
/// <param name="P99Ms">99 of 100 took no longer, ms.</param>
/// <param name="Activations">Grains in its memory.</param>
/// <param name="ManagedBytes">Objects on its managed heap.</param>
/// <param name="RssBytes">Resident memory of its process.</param>
/// <param name="Storage">What it makes durable; null from a silo that does not tell.</param>
/// <param name="WaitingCalls">Grain calls that wait for their turn; null where the engine does not tell.</param>
public sealed record SiloView(
    string Name, string Address, string State, DateTimeOffset Since, DateTimeOffset LastSeen, double CallsPerSecond, long Failures, double? P50Ms,
    double? P99Ms, int Activations, long ManagedBytes, long RssBytes, StorageView? Storage, int? WaitingCalls)
{
    internal static SiloView Of(SiloOverview s) => new(
        s.Name, s.Address, s.Alive ? "alive" : "gone", s.Since, s.LastSeen, s.LastMinute.PerSecond, s.LastMinute.Failures, s.LastMinute.P50Ms,
        s.LastMinute.P99Ms, s.Activations, s.ManagedBytes, s.RssBytes, StorageView.Of(s.Load), s.Load?.WaitingCalls);
}

/// <summary>What a silo's storage made durable in the last minute it told of.</summary>
/// <param name="CommitsPerSecond">Transactions a second; many writes may share one.</param>
/// <param name="P50Ms">Half of them took no longer, ms; null without any.</param>
/// <param name="P99Ms">99 of 100 took no longer, ms.</param>
/// <param name="Queue">Writes accepted that were not durable yet, at the moment of the report.</param>
public sealed record StorageView(double CommitsPerSecond, double? P50Ms, double? P99Ms, int Queue)
{
    internal static StorageView? Of(LoadNumbers? load) => load is null ? null : new(load.CommitsPerSecond, load.P50Ms, load.P99Ms, load.Queue);
}

/// <summary>Grains of a class in memory.</summary>
public sealed record ActivationView(string Grain, int Count);

/// <summary>One method of a grain: its last minute, and the minutes of the last hour it was called in.</summary>
public sealed record MethodView(
    string Grain, string Method, double CallsPerSecond, long Failures, double? P50Ms, double? P99Ms, IReadOnlyList<CallPointView> Points)
{
    internal static MethodView Of(MethodOverview m) => new(
        m.Grain, m.Method, m.LastMinute.PerSecond, m.LastMinute.Failures, m.LastMinute.P50Ms, m.LastMinute.P99Ms, [.. m.Points.Select(CallPointView.Of)]);
}

/// <summary>One minute's calls.</summary>
/// <param name="At">The minute.</param>
/// <param name="CallsPerSecond">Calls a second.</param>
/// <param name="Failures">Calls that ended in an exception.</param>
/// <param name="P50Ms">Half of the calls took no longer, ms; null without calls.</param>
/// <param name="P99Ms">99 of 100 took no longer, ms.</param>
public sealed record CallPointView(DateTimeOffset At, double CallsPerSecond, long Failures, double? P50Ms, double? P99Ms)
{
    internal static CallPointView Of(CallPoint p) => new(p.At, p.Numbers.PerSecond, p.Numbers.Failures, p.Numbers.P50Ms, p.Numbers.P99Ms);
}

/// <summary>One minute of all silos. Memory and queues are the most that was seen in it; all of them are null where no silo told.</summary>
/// <param name="At">The minute.</param>
/// <param name="CallsPerSecond">Calls a second.</param>
/// <param name="Failures">Calls that ended in an exception.</param>
/// <param name="P50Ms">Half of the calls took no longer, ms; null without calls.</param>
/// <param name="P99Ms">99 of 100 took no longer, ms.</param>
/// <param name="ManagedBytes">Objects on the managed heaps.</param>
/// <param name="RssBytes">Resident memory of the processes.</param>
/// <param name="CommitsPerSecond">Transactions made durable a second.</param>
/// <param name="StorageP50Ms">Half of them took no longer, ms; null without any.</param>
/// <param name="StorageP99Ms">99 of 100 took no longer, ms.</param>
/// <param name="Queue">Writes accepted that were not durable yet.</param>
/// <param name="WaitingCalls">Grain calls that waited for their turn; null where the engine does not tell.</param>
public sealed record ClusterPointView(
    DateTimeOffset At, double CallsPerSecond, long Failures, double? P50Ms, double? P99Ms, long? ManagedBytes, long? RssBytes, double? CommitsPerSecond,
    double? StorageP50Ms, double? StorageP99Ms, int? Queue, int? WaitingCalls)
{
    internal static ClusterPointView Of(CallPoint p) => new(
        p.At, p.Numbers.PerSecond, p.Numbers.Failures, p.Numbers.P50Ms, p.Numbers.P99Ms, p.Load?.ManagedBytes, p.Load?.RssBytes, p.Load?.CommitsPerSecond,
        p.Load?.P50Ms, p.Load?.P99Ms, p.Load?.Queue, p.Load?.WaitingCalls);
}
