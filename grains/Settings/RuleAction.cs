namespace Sems.Grains.Settings;

/// <summary>What follows when a rule fires; whatever it is, the decision is kept with its samples.</summary>
public enum RuleAction
{
    /// <summary>Nothing more.</summary>
    Notice = 1,

    /// <summary>An alarm for the operators.</summary>
    Alarm = 2,

    /// <summary>The power is cut and the meter locked; an alarm, and a push to the student.</summary>
    Lock = 3,
}
