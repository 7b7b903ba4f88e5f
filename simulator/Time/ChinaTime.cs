namespace Sems.Simulator.Time;

/// <summary>Asia/Shanghai, where the campus is: UTC+8 all year.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A moment as a clock on campus shows it.</summary>
    /// <param name="unixMs">Unix ms.</param>
    public static DateTimeOffset Local(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs).ToOffset(Offset);

    /// <summary>The latest moment, not after the given one, at which a clock on campus shows this time of day.</summary>
    /// <param name="unixMs">Unix ms.</param>
    /// <param name="timeOfDay">0:00 to 23:59.</param>
    public static long LastAt(long unixMs, TimeSpan timeOfDay)
    {
        var local = Local(unixMs);
        var at = new DateTimeOffset(local.Date, Offset) + timeOfDay;
        return (at <= local ? at : at.AddDays(-1)).ToUnixTimeMilliseconds();
    }
}
