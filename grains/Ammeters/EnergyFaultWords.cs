using System.Collections.Immutable;
using Sems.GrainInterfaces;

namespace Sems.Grains.Ammeters;

/// <summary>The faults of a counter by name.</summary>
internal static class EnergyFaultWords
{
    public static ImmutableArray<EnergyFaultCount> Of(EnergyFaultCounts counts) =>
        [.. new[] { new EnergyFaultCount("backward", counts.Backward), new("jump", counts.Jumps), new("scale", counts.Scales) }.Where(f => f.Count > 0)];
}
