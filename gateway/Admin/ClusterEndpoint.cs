using Sems.GrainInterfaces;
using Sems.Silo;

namespace Sems.Gateway.Admin;

/// <summary>The silos; asked of the cluster grain, wherever that lives.</summary>
internal static class ClusterEndpoint
{
    public static async Task<IResult> Cluster(IGrainFactory grains) =>
        Results.Ok(ClusterView.Of(await grains.GetGrain<IClusterGrain>(IClusterGrain.Key).Overview(), SiloEngine.Name));
}
