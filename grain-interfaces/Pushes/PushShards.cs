using System.Globalization;

namespace Sems.GrainInterfaces;

/// <summary>How the outbox is shared out among <see cref="IPushGrain"/>s: by charge, so that what concerns one charge is sent by one of them.</summary>
public static class PushShards
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    /// <summary>The key of a shard, 0 to <see cref="Count"/> - 1.</summary>
    public static string Key(int shard) => shard.ToString(CultureInfo.InvariantCulture);

    /// <summary>The grain that sends a charge's pushes.</summary>
    public static IPushGrain PushesOf(this IGrainFactory grains, long chargeId) => grains.GetGrain<IPushGrain>(Key((int)(chargeId % Count)));
}
