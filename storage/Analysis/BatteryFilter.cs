namespace Sems.Storage.Analysis;

/// <summary>Which batteries to list, and in what order; null means any. Only those in use are listed.</summary>
/// <param name="Search">The student's number, the brand or the model begin with this.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Brand">Of this brand.</param>
/// <param name="Sort">Where what it goes by is not known comes last, either way.</param>
/// <param name="Descending">The greatest first.</param>
public sealed record BatteryFilter(
    string? Search = null, BatteryVerdict? Verdict = null, string? Brand = null, BatterySort Sort = BatterySort.SohPercent, bool Descending = false);

/// <summary>What batteries are sorted by.</summary>
public enum BatterySort
{
    /// <summary>What it holds.</summary>
    SohPercent,

    /// <summary>When it was charged last.</summary>
    LastAt,

    /// <summary>How many charges it was learnt from.</summary>
    Charges,

    /// <summary>Whose it is.</summary>
    StudentNumber,
}
