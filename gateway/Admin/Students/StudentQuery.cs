using Sems.Storage.Registry;

namespace Sems.Gateway.Admin.Students;

/// <summary>Which students to list, as an address says.</summary>
internal sealed class StudentQuery
{
    private const int LongestSearch = 45;

    /// <summary>How number, card, user name or phone begins.</summary>
    public string? Search { get; init; }

    public bool? Blocked { get; init; }

    public bool? Registered { get; init; }

    public bool? Arrears { get; init; }

    /// <summary>student_number or -unpaid_fen.</summary>
    public string? Sort { get; init; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault() => Sort is not (null or "" or "student_number" or "-unpaid_fen") ? "sort 必须是 student_number 或 -unpaid_fen"
        : Search?.Trim() is { } text && (text.Length > LongestSearch || text.Any(char.IsControl)) ? $"search 最多 {LongestSearch} 个字符，不能有控制字符"
        : null;

    public StudentFilter Filter() => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Blocked, Registered, Arrears,
        Sort == "-unpaid_fen" ? StudentOrder.MostOwed : StudentOrder.Number);
}
