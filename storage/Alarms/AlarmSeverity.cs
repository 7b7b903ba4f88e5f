namespace Sems.Storage.Alarms;

/// <summary>How much an alarm matters.</summary>
public enum AlarmSeverity
{
    /// <summary>提示: worth knowing.</summary>
    Notice = 1,

    /// <summary>警告: somebody should look today.</summary>
    Warning = 2,

    /// <summary>危险: power was cut, or somebody must go now.</summary>
    Danger = 3,
}
