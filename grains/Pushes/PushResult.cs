namespace Sems.Grains.Pushes;

/// <summary>What a channel says of a push it was given.</summary>
public abstract record PushResult
{
    private PushResult()
    {
    }

    /// <summary>It is on its way.</summary>
    public sealed record Sent : PushResult;

    /// <summary>It could not be sent now.</summary>
    /// <param name="Reason">Why, for operators.</param>
    /// <param name="After">Not before this has passed, when the channel knows.</param>
    /// <param name="Look">It does not mend itself: somebody must look, and an alarm says so already.</param>
    public sealed record RetryLater(string Reason, TimeSpan? After = null, bool Look = false) : PushResult;

    /// <summary>This student cannot be reached by it: nothing bound, not subscribed. No error.</summary>
    /// <param name="Reason">Why, for operators.</param>
    public sealed record Undeliverable(string Reason) : PushResult;

    /// <summary>It can never be sent as it is: somebody must look.</summary>
    /// <param name="Reason">Why, for operators.</param>
    public sealed record Dead(string Reason) : PushResult;
}
