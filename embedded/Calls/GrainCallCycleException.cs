namespace Sems.Embedded;

/// <summary>A call was refused because its caller would wait for itself. The message names the grains, each waiting for the next.</summary>
/// <param name="cycle">The grains in order; the last is the first again.</param>
public sealed class GrainCallCycleException(IReadOnlyList<GrainId> cycle)
    : InvalidOperationException($"Grain call cycle: {string.Join(" -> ", cycle)}")
{
    /// <summary>The grains in order, each waiting for the next; the last is the first again.</summary>
    public IReadOnlyList<GrainId> Cycle { get; } = cycle;
}
