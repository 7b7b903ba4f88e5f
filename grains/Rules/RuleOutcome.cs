using Sems.Grains.Settings;
using Sems.Storage.Alarms;

namespace Sems.Grains.Rules;

/// <summary>What follows when a rule fires.</summary>
public enum RuleOutcome
{
    /// <summary>The decision is kept, nothing more.</summary>
    Notice,

    /// <summary>An alarm.</summary>
    Alarm,

    /// <summary>The meter counts as full.</summary>
    Low,

    /// <summary>The power is cut; an alarm.</summary>
    Pause,

    /// <summary>The power is cut and the meter locked; an alarm.</summary>
    Lock,

    /// <summary>What was wrong is over.</summary>
    Clear,
}

/// <summary>What an outcome means to others.</summary>
public static class RuleOutcomes
{
    /// <summary>What an operator chose for a rule.</summary>
    public static RuleOutcome Of(RuleAction action) => action switch
    {
        RuleAction.Notice => RuleOutcome.Notice,
        RuleAction.Alarm => RuleOutcome.Alarm,
        RuleAction.Lock => RuleOutcome.Lock,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not an action"),
    };

    /// <summary>Its name in decisions.</summary>
    public static string Name(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Notice => "notice",
        RuleOutcome.Alarm => "alarm",
        RuleOutcome.Low => "low",
        RuleOutcome.Pause => "pause",
        RuleOutcome.Lock => "lock",
        RuleOutcome.Clear => "clear",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome"),
    };

    /// <summary>How severe its alarm is; null when it raises none.</summary>
    public static AlarmSeverity? Severity(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Alarm or RuleOutcome.Pause => AlarmSeverity.Warning,
        RuleOutcome.Lock => AlarmSeverity.Danger,
        _ => null,
    };
}
