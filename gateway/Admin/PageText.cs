using System.Text.Json;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin;

/// <summary>What lists take from a query.</summary>
internal static class PageText
{
    /// <summary>The most rows a page may have.</summary>
    public const int MostPerPage = 500;

    /// <summary>Rows of a page where none are asked for.</summary>
    public const int UsualPerPage = 50;

    /// <summary>What is wrong with a page, or null.</summary>
    public static string? Fault(int? page, int? pageSize) => page is < 1 ? "page 从 1 开始"
        : pageSize is < 1 or > MostPerPage ? $"pageSize 必须是 1 到 {MostPerPage}"
        : null;

    /// <summary>What to say to a page that is beyond what a list is counted to, or null.</summary>
    public static string? Beyond<T>(Page<T> found, int? page, int? pageSize) =>
        found.Capped && ((page ?? 1) - 1L) * (pageSize ?? UsualPerPage) >= found.Total ? $"只能翻看前 {found.Total:N0} 条，请缩小筛选范围" : null;

    /// <summary>A word of the query as what it stands for: null for none given; false when it stands for nothing.</summary>
    public static bool TryWord<T>(string? word, out T? value) where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(word)) return true;
        foreach (var known in Enum.GetValues<T>())
            if (Word(known) == word) value = known;
        return value is not null;
    }

    /// <summary>The words there are, as a person lists them.</summary>
    public static string Words<T>() where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(Word).ToArray();
        return $"{string.Join('、', words[..^1])} 或 {words[^1]}";
    }

    /// <summary>A value as the operator API writes it.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A parameter that is there but empty is not there.</summary>
    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
