namespace Sems.GrainInterfaces;

/// <summary>Why settings were not changed. The gateway has the words for each.</summary>
public enum SettingsRefusal
{
    /// <summary>They were, now or before.</summary>
    None = 0,

    /// <summary>充电站不存在.</summary>
    GroupUnknown = 1,

    /// <summary>Somebody else changed them meanwhile.</summary>
    OldVersion = 2,

    /// <summary>They would not be valid.</summary>
    Invalid = 3,
}
