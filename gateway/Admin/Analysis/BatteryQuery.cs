using Sems.Storage.Analysis;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>Which batteries to list, as an address says.</summary>
internal sealed class BatteryQuery
{
    private const int LongestSearch = 45;

    /// <summary>How student number, brand or model begins.</summary>
    public string? Search { get; init; }

    /// <summary>good, watch, likely_aged or not_enough_data.</summary>
    public string? Verdict { get; init; }

    public string? Brand { get; init; }

    public string? Sort { get; init; }

    /// <summary>The filter it stands for, or what is wrong with it.</summary>
    public string? Read(out BatteryFilter filter)
    {
        filter = new BatteryFilter();
        if (Search?.Trim() is { } text && (text.Length > LongestSearch || text.Any(char.IsControl))) return $"search 最多 {LongestSearch} 个字符，不能有控制字符";
        if (Brand is { Length: > LongestSearch }) return $"brand 最多 {LongestSearch} 个字符";
        if (!PageText.TryWord<BatteryVerdict>(Verdict, out var verdict)) return $"verdict 必须是 {PageText.Words<BatteryVerdict>()}";
        if (!SortText.TryRead<BatterySort>(Sort, out var sort, out var descending)) return SortText.Words<BatterySort>();
        filter = new BatteryFilter(
            string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), verdict, PageText.NullIfEmpty(Brand), sort, descending && !string.IsNullOrEmpty(Sort));
        return null;
    }
}
