using System.Globalization;

namespace Sems.GrainInterfaces;

/// <summary>How <see cref="IPushGrain"/>s are called: each by the number of its share of the outbox, from 0.</summary>
public static class PushShards
{
    /// <summary>The key of a shard.</summary>
    public static string Key(int shard) => shard.ToString(CultureInfo.InvariantCulture);
}
