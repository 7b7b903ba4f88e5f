using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>A figure with the limit it is held to.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">The figure.</param>
/// <param name="Limit">Its limit.</param>
/// <param name="Unit">Of both.</param>
/// <param name="AtLeast">The figure must reach the limit; otherwise it must stay below.</param>
public sealed record Bar(string Name, double Value, double Limit, string Unit, bool AtLeast)
{
    /// <summary>Whether the limit is kept.</summary>
    public bool Passed => AtLeast ? Value >= Limit : Value < Limit;

    /// <summary>The bars of a report: those of the embedded engine, if it was measured. No other engine has any.</summary>
    public static IReadOnlyList<Bar> Of(IEnumerable<EngineReport> engines, IEnumerable<CallReport> calls) =>
        engines.FirstOrDefault(e => e.Engine == GatewayProgram.Embedded) is not { } embedded ? [] :
        [
            .. calls.Select(c => new Bar($"{c.Name}, of the floor", Ratio(c) * 100, c.Name == "charge" ? 45 : 60, "%", AtLeast: true)),
            new Bar("start to ready", embedded.StartToReadySeconds, 2, "s", AtLeast: false),
            new Bar("registered, silent meter", embedded.Memory.PerIdleMeter, 300, "bytes", AtLeast: false),
            new Bar("open session", embedded.Memory.PerOpenSession, 4096, "bytes", AtLeast: false),
        ];

    private static double Ratio(CallReport call) => call.Engines.Single(e => e.Engine == GatewayProgram.Embedded).Ratio;
}
