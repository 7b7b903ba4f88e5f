namespace Sems.Grains.Tariffs;

/// <summary>Asia/Shanghai: UTC+8 the year round (no daylight saving since 1991), needing no time zone data on the machine.</summary>
public static class ChinaTime
{
    /// <summary>Offset from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The local time of an instant.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset instant) => instant.ToOffset(Offset);
}
