namespace Sems.GrainInterfaces;

/// <summary>What the silos do, for the Cluster page. One grain, <see cref="Key"/>; it keeps what it is told in memory only.</summary>
[Alias("sems.IClusterGrain")]
public interface IClusterGrain : IGrainWithStringKey
{
    /// <summary>Its key.</summary>
    const string Key = "cluster";

    /// <summary>Takes a silo's numbers.</summary>
    /// <returns>The last minute of that silo it has; the next report brings those after it. Null for none.</returns>
    [Alias("Report")]
    Task<DateTimeOffset?> Report(SiloReport report);

    /// <summary>All silos, now, and the last hour.</summary>
    [Alias("Overview"), AlwaysInterleave, ReadOnly]
    Task<ClusterOverview> Overview();
}
