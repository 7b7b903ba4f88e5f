namespace Sems.Analysis.Models;

/// <summary>
/// A bounded sample of a model's charges in which newer ones have better chances. It does not depend on their order: each charge has a rank of its own, and the
/// highest stay. Sources: P. Efraimidis, P. Spirakis, "Weighted random sampling with a reservoir", Inf. Process. Lett. 97 (2006), in logarithms (a
/// Gumbel rank); G. Cormode et al., "Forward decay", ICDE 2009, for weights that grow with time instead of being aged.
/// </summary>
public static class ModelSample
{
    /// <summary>How many charges are kept.</summary>
    public const int Most = 48;

    /// <summary>Days in which a charge's weight halves.</summary>
    public const double HalfLifeDays = 180;

    private const double MsOfDay = 86_400_000;

    /// <summary>The sample with one more charge.</summary>
    public static IReadOnlyList<ModelCharge> With(IReadOnlyList<ModelCharge> kept, ModelCharge charge)
    {
        IEnumerable<ModelCharge> all = kept.Append(charge);
        if (kept.Count >= Most) all = all.OrderByDescending(Rank).Take(Most);
        return [.. all.OrderBy(c => c.EndedMs).ThenBy(c => c.EnergyWh)];
    }

    private static double Rank(ModelCharge charge)
    {
        var weight = charge.EndedMs / MsOfDay / HalfLifeDays * Math.Log(2);
        return weight - Math.Log(-Math.Log(Chance(charge)));
    }

    /// <summary>Evenly between 0 and 1, and always the same for the same charge.</summary>
    private static double Chance(ModelCharge charge)
    {
        var hash = (ulong)charge.EndedMs ^ (ulong)BitConverter.DoubleToInt64Bits(charge.EnergyWh);
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL; // the finalizer of SplitMix64
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        hash ^= hash >> 31;
        return ((hash >> 11) + 0.5) / (1UL << 53);
    }
}
