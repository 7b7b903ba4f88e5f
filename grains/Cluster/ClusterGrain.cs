using Sems.GrainInterfaces;

namespace Sems.Grains.Cluster;

/// <summary>Keeps what silos tell. Nothing is stored: a new activation has the last hour back with everyone's second report.</summary>
public sealed class ClusterGrain(MachineClock clock) : Grain, IClusterGrain
{
    private readonly ClusterBook _book = new();

    /// <inheritdoc />
    public Task<DateTimeOffset?> Report(SiloReport report) => Task.FromResult(_book.Note(report, clock.Time.GetUtcNow()));

    /// <inheritdoc />
    public Task<ClusterOverview> Overview() => Task.FromResult(_book.Overview(clock.Time.GetUtcNow()));
}
