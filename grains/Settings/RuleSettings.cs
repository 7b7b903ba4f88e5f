namespace Sems.Grains.Settings;

/// <summary>When the rules that protect people and money act.</summary>
public sealed record RuleSettings
{
    /// <summary>What they are unless set otherwise.</summary>
    public static readonly RuleSettings Default = new();

    /// <summary>Full and still plugged in for so long: overtime. 1 min to 24 h.</summary>
    public TimeSpan OvertimeAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest charge; pauses are not counted. 10 min to 48 h.</summary>
    public TimeSpan LongestCharge { get; init; } = TimeSpan.FromHours(12);

    /// <summary>No sample for so long while the switch is on: silence. 20 s to 1 h.</summary>
    public TimeSpan SilenceAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Above <see cref="LimitRule.Limit"/>, A (0.5 to 100).</summary>
    public LimitRule OverCurrent { get; init; } = new(10, 3, RuleAction.Lock);

    /// <summary>Above, V (100 to 500).</summary>
    public LimitRule OverVoltage { get; init; } = new(253, 3, RuleAction.Lock);

    /// <summary>Below, V (50 to 400); a reading of 0 is no reading.</summary>
    public LimitRule UnderVoltage { get; init; } = new(187, 3, RuleAction.Alarm);

    /// <summary>Above, W (50 to 20,000): the measured power, or current times voltage.</summary>
    public LimitRule OverPower { get; init; } = new(2000, 3, RuleAction.Lock);

    /// <summary>At or above, A (0.05 to 10), although the switch is meant to be open.</summary>
    public LimitRule StrayCurrent { get; init; } = new(0.3, 6, RuleAction.Alarm);

    /// <summary>
    /// In the tail, a rise by at least this many A (0.1 to 10) over the lowest level the tail had reached, and by half of it.
    /// </summary>
    public LimitRule TailRise { get; init; } = new(0.5, 3, RuleAction.Lock);

    /// <summary>The energy counter went backward, jumped or changed its scale.</summary>
    public RuleAction EnergyCounter { get; init; } = RuleAction.Notice;
}
