namespace Sems.Bench.Proofs.Clocks;

/// <summary>A way in which a station's clock is wrong.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsInOrder">Whether the curve must come back in the order it was sent.</param>
/// <param name="At">The time of the n-th of so many samples.</param>
internal sealed record ClockKind(string Name, bool IsInOrder, Func<int, int, Random, double> At)
{
    private const double In2012 = 1_340_294_400;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ClockKind> All { get; } =
    [
        new("of 2012", true, (n, _, _) => In2012 + (10 * n)),
        new("right, hours late", true, (n, count, _) => Start + (10 * (n - count))),
        new("of the year 9000", true, (n, _, _) => 221_845_392_000 + (10 * n)),
        new("from zero", true, (n, _, _) => 10 * n),
        new("going backward", false, (n, _, _) => In2012 - (10 * n)),
        new("set back an hour in the middle", false, (n, count, _) => In2012 + (10 * n) - (n > count / 2 ? 3_603 : 0)),
        new("set ahead years in the middle", false, (n, count, _) => In2012 + (10 * n) + (n > count / 2 ? 100_000_000 : 0)),
        new("jumping about", false, (n, _, random) => (random.Next(200_000_000) * 1000d) + (n / 10_000d)),
    ];

    private static double Start { get; } = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>The times of so many samples, in the order they are sent; all different.</summary>
    public IEnumerable<double> Times(int count, int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < count; n++) yield return At(n, count, random);
    }
}
