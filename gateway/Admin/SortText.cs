namespace Sems.Gateway.Admin;

/// <summary>An order in an address: a word, with a minus sign in front for the greatest first.</summary>
internal static class SortText
{
    /// <summary>Reads it; where none is given, by the first of the words, the greatest first. False when it is none.</summary>
    public static bool TryRead<T>(string? text, out T sort, out bool descending) where T : struct, Enum
    {
        (sort, descending) = (default, true);
        if (string.IsNullOrEmpty(text)) return true;
        descending = text[0] == '-';
        if (!PageText.TryWord<T>(descending ? text[1..] : text, out var word) || word is null) return false;
        sort = word.Value;
        return true;
    }

    /// <summary>What to say when it is none.</summary>
    public static string Words<T>() where T : struct, Enum => $"sort 必须是 {PageText.Words<T>()}，前面加 - 为从大到小";
}
