namespace Sems.Grains.Rules;

/// <summary>A station that does not poll.</summary>
public static class OfflineRule
{
    /// <summary>When a station is offline unless it polls before.</summary>
    /// <param name="lastPoll">Its last poll, or null.</param>
    /// <param name="listeningSince">Since when this process would have heard one.</param>
    /// <param name="after">So long without a poll.</param>
    public static DateTimeOffset Due(DateTimeOffset? lastPoll, DateTimeOffset listeningSince, TimeSpan after) => (lastPoll ?? listeningSince) + after;
}
