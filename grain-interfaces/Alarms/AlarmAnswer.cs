namespace Sems.GrainInterfaces;

/// <summary>What came of a person's step with an alarm.</summary>
public enum AlarmAnswer
{
    /// <summary>It was made.</summary>
    Changed = 0,

    /// <summary>It had been made before, and stays as it was.</summary>
    Unchanged = 1,

    /// <summary>告警不存在: the station has no such alarm.</summary>
    AlarmUnknown = 2,
}
