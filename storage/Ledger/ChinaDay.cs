namespace Sems.Storage.Ledger;

/// <summary>The days sums are kept by: Asia/Shanghai's, UTC+8 the year round, numbered from 1970-01-01.</summary>
public static class ChinaDay
{
    private const long MsPerDay = 86_400_000;
    private const long OffsetMs = 8 * 3_600_000;

    /// <summary>The day of a column of Unix milliseconds, in SQL.</summary>
    internal static string Sql(string column) => $"({column} + {OffsetMs}) / {MsPerDay}";

    /// <summary>The day an instant is in.</summary>
    public static int Of(DateTimeOffset instant) => (int)Math.Floor((instant.ToUnixTimeMilliseconds() + OffsetMs) / (double)MsPerDay);

    /// <summary>When a day begins.</summary>
    public static DateTimeOffset Begin(int day) => DateTimeOffset.FromUnixTimeMilliseconds((day * MsPerDay) - OffsetMs);

    /// <summary>The date of a day.</summary>
    public static DateOnly Date(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);
}
