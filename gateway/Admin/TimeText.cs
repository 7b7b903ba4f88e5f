using System.Globalization;
using Sems.Grains.Tariffs;

namespace Sems.Gateway.Admin;

/// <summary>An instant as a person or a script writes it in an address: ISO 8601, a date or a date and time; without an offset, China's.</summary>
internal static class TimeText
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private static readonly string[] WithOffset = [.. Formats[1..].Select(f => f + "zzz"), .. Formats[1..].Select(f => f + "'Z'")];

    /// <summary>What to say when a parameter is none.</summary>
    public static string Words(string name) => $"{name} 必须是日期或时间，如 2026-03-01 或 2026-03-01T08:00:00Z";

    /// <summary>Reads it; empty is null. False when it is none.</summary>
    public static bool TryRead(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
        {
            instant = exact;
            return true;
        }

        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        if (local < DateTime.MinValue + ChinaTime.Offset) return false;
        instant = new DateTimeOffset(local, ChinaTime.Offset);
        return true;
    }
}
