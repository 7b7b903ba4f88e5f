namespace Sems.Grains.Cluster;

/// <summary>The clock of the machine, for what is about machines: the campus's own may run faster in a demo and stand still in a test.</summary>
/// <param name="Time">The clock.</param>
public sealed record MachineClock(TimeProvider Time);
