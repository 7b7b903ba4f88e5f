using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin;

/// <summary>All silos and the calls of their grains. Times are UTC by the machines' clock; a demo's campus has a faster one.</summary>
/// <param name="Engine">embedded or orleans.</param>
/// <param name="Now">When this was put together.</param>
/// <param name="Silos">Those that reported within the last hour.</param>
/// <param name="Activations">Grains in memory by class, over the silos that are alive.</param>
/// <param name="Methods">Methods called within the last hour.</param>
/// <param name="Points">All calls, minute by minute, oldest first; at most 60.</param>
public sealed record ClusterView(
    string Engine, DateTimeOffset Now, IReadOnlyList<SiloView> Silos, IReadOnlyList<ActivationView> Activations, IReadOnlyList<MethodView> Methods,
    IReadOnlyList<CallPointView> Points)
{
    internal static ClusterView Of(ClusterOverview o, string engine) => new(
        o.Engine ?? engine, o.Now, [.. o.Silos.Select(SiloView.Of)], [.. o.Activations.Select(a => new ActivationView(a.Grain, a.Count))],
        [.. o.Methods.Select(MethodView.Of)], [.. o.Points.Select(CallPointView.Of)]);
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
public sealed record SiloView(
    string Name, string Address, string State, DateTimeOffset Since, DateTimeOffset LastSeen, double CallsPerSecond, long Failures, double? P50Ms,
    double? P99Ms, int Activations, long ManagedBytes, long RssBytes)
{
    internal static SiloView Of(SiloOverview s) => new(
        s.Name, s.Address, s.Alive ? "alive" : "gone", s.Since, s.LastSeen, s.LastMinute.PerSecond, s.LastMinute.Failures, s.LastMinute.P50Ms,
        s.LastMinute.P99Ms, s.Activations, s.ManagedBytes, s.RssBytes);
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
