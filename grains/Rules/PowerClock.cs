namespace Sems.Grains.Rules;

/// <summary>How long a session has had power; pauses are not counted. Immutable.</summary>
/// <param name="Before">Up to the switch's last change.</param>
/// <param name="Since">The switch is on since then; null while it is off.</param>
[GenerateSerializer, Immutable, Alias("sems.PowerClock")]
public readonly record struct PowerClock([property: Id(0)] TimeSpan Before, [property: Id(1)] DateTimeOffset? Since)
{
    /// <summary>A clock that begins to run.</summary>
    public static PowerClock Start(DateTimeOffset at) => new(TimeSpan.Zero, at);

    /// <summary>What it shows.</summary>
    public TimeSpan At(DateTimeOffset now) => Since is { } since && now > since ? Before + (now - since) : Before;

    /// <summary>The clock after the switch was set.</summary>
    public PowerClock Switched(bool on, DateTimeOffset at) =>
        on == Since is not null ? this : on ? this with { Since = at } : new PowerClock(At(at), null);

    /// <summary>When it will show this much, if nobody touches the switch; null while it stands still.</summary>
    public DateTimeOffset? Reaches(TimeSpan powered) => Since + (powered - Before);
}
