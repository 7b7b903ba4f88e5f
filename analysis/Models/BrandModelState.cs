namespace Sems.Analysis.Models;

/// <summary>What is known of a brand's model: plain values of bounded size (about 40 KB of JSON at most), that go to JSON and back.</summary>
/// <param name="Charges">How many charges it learnt from.</param>
/// <param name="Full">How many of them ended full.</param>
/// <param name="LeftOut">How many were left out: something was wrong with them.</param>
/// <param name="FirstMs">When the first of them ended, Unix ms; null before it.</param>
/// <param name="LastMs">When the last of them ended, Unix ms; null before the first.</param>
/// <param name="Kept">The charges it goes by, at most <see cref="ModelSample.Most"/>, in the order of their end.</param>
public sealed record BrandModelState(int Charges, int Full, int LeftOut, long? FirstMs, long? LastMs, IReadOnlyList<ModelCharge> Kept)
{
    /// <summary>Nothing is known.</summary>
    public static readonly BrandModelState Empty = new(0, 0, 0, null, null, []);
}
