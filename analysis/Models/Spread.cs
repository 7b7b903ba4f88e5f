namespace Sems.Analysis.Models;

/// <summary>A figure over many charges.</summary>
/// <param name="Median">Half are less.</param>
/// <param name="Low">A tenth are less.</param>
/// <param name="High">A tenth are more.</param>
/// <param name="Count">How many tell it.</param>
public sealed record Spread(double Median, double Low, double High, int Count)
{
    /// <summary>Fewer values are no spread.</summary>
    public const int Least = 3;

    /// <summary>The spread of values; null when they are too few.</summary>
    public static Spread? Of(IEnumerable<double?> values)
    {
        var sorted = values.Where(v => v is not null).Select(v => v!.Value).Order().ToList();
        return sorted.Count < Least ? null : new Spread(Quantile(sorted, 0.5), Quantile(sorted, 0.1), Quantile(sorted, 0.9), sorted.Count);
    }

    /// <summary>A quantile of sorted values, between two of them where it falls between.</summary>
    internal static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var before = Math.Min((int)place, sorted.Count - 1);
        var after = Math.Min(before + 1, sorted.Count - 1);
        return sorted[before] + ((sorted[after] - sorted[before]) * (place - before));
    }
}
