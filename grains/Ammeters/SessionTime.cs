namespace Sems.Grains.Ammeters;

/// <summary>
/// The time one meter goes by. While a session is open it is the wall clock of when that began plus what has really passed, so that a server's
/// clock that is set in between makes no session longer or shorter; at other times it is the wall clock. What takes an open
/// session up, after a restart or a long silence, knows nothing better than the wall clock, but does not go back before what is known.
/// </summary>
/// <param name="wall">The server's clock.</param>
public sealed class SessionTime(TimeProvider wall) : TimeProvider
{
    private DateTimeOffset _from;
    private long _stamp;
    private bool _open;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => wall.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => wall.TimestampFrequency;

    /// <summary>A session begins, or is taken up.</summary>
    /// <param name="notBefore">It was at least this late already.</param>
    public void Open(DateTimeOffset notBefore)
    {
        var now = wall.GetUtcNow();
        (_from, _stamp, _open) = (now > notBefore ? now : notBefore, wall.GetTimestamp(), true);
    }

    /// <summary>The session is over.</summary>
    public void Close() => _open = false;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _open ? _from + wall.GetElapsedTime(_stamp) : wall.GetUtcNow();

    /// <inheritdoc />
    public override long GetTimestamp() => wall.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);
}
