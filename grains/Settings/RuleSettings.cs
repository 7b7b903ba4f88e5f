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

    /// <summary>A sudden rise over the charge's own level by so many percent of it (10 to 300).</summary>
    public LimitRule CurrentSurge { get; init; } = new(30, 3, RuleAction.Alarm);

    /// <summary>A slow rise of the constant current over its level after ten minutes, percent (10 to 200).</summary>
    public LimitRule CurrentCreep { get; init; } = new(25, 6, RuleAction.Alarm);

    /// <summary>A rise over the lowest the falling current had reached, percent of the constant current (5 to 100).</summary>
    public LimitRule TaperRise { get; init; } = new(15, 3, RuleAction.Alarm);

    /// <summary>Swings of at least so many percent of the constant current (5 to 100); so many turns, older ones counting less.</summary>
    public LimitRule Oscillation { get; init; } = new(12, 5, RuleAction.Alarm);

    /// <summary>Single samples so many percent above the constant current (10 to 500); so many of them, older ones counting less.</summary>
    public LimitRule RepeatedSpikes { get; init; } = new(30, 3, RuleAction.Alarm);

    /// <summary>The voltage falls by so many V (5 to 60) below its own slow mean while current flows.</summary>
    public LimitRule PoorContact { get; init; } = new(13, 3, RuleAction.Alarm);

    /// <summary>The current holds for an hour at so many percent of the constant one or more (10 to 80).</summary>
    public LimitRule HighTail { get; init; } = new(22, 3, RuleAction.Alarm);

    /// <summary>No taper with so many percent more energy than the battery can want (0 to 200), or a current cut off without one.</summary>
    public LimitRule NoTaper { get; init; } = new(10, 6, RuleAction.Alarm);

    /// <summary>So many percent more energy than the battery can want (5 to 200).</summary>
    public LimitRule OverEnergy { get; init; } = new(25, 3, RuleAction.Alarm);

    /// <summary>A constant current so many percent above the highest this battery had (10 to 300).</summary>
    public LimitRule UnlikeUsual { get; init; } = new(35, 6, RuleAction.Alarm);

    /// <summary>The energy counter went backward, jumped, changed its scale or stood still.</summary>
    public RuleAction EnergyCounter { get; init; } = RuleAction.Notice;
}
