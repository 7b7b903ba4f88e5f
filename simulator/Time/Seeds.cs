namespace Sems.Simulator.Time;

/// <summary>Random streams that depend on the seed and on who draws, never on the order in which others draw.</summary>
public static class Seeds
{
    /// <summary>A stream of its own for a purpose.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What it is for, e.g. "bike".</param>
    /// <param name="who">Whose it is, e.g. a student number.</param>
    public static Random Stream(int seed, string purpose, string who)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in purpose) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '/') * 1099511628211UL;
        foreach (var c in who) hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return new Random((int)(hash >> 33));
    }

    /// <summary>Evenly between two values.</summary>
    public static double Between(this Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>Normally distributed around 0 with deviation 1 (Box–Muller).</summary>
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>True with this probability.</summary>
    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    /// <summary>One of them.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
