using System.Diagnostics.CodeAnalysis;

namespace Sems.Embedded;

/// <summary>How a grain timer ticks.</summary>
public readonly struct GrainTimerCreationOptions
{
    /// <summary>Options to be initialized.</summary>
    public GrainTimerCreationOptions()
    {
    }

    /// <summary>Options of a timer that neither interleaves nor keeps the grain alive.</summary>
    /// <param name="dueTime">See <see cref="DueTime"/>.</param>
    /// <param name="period">See <see cref="Period"/>.</param>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Time from the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for a single tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick may start while the grain is in the middle of a call. Off unless set.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether ticks count as calls for idle collection. Off unless set.</summary>
    public bool KeepAlive { get; init; }
}
