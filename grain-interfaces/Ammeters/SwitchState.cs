namespace Sems.GrainInterfaces;

/// <summary>What a meter's switch is meant to be doing.</summary>
public enum SwitchState
{
    /// <summary>空闲: no session, released.</summary>
    Idle = 0,

    /// <summary>充电中.</summary>
    Charging = 1,

    /// <summary>已充满: tail current, still plugged in.</summary>
    Low = 2,

    /// <summary>已暂停: a session without power.</summary>
    Paused = 3,

    /// <summary>已锁定: no power, no new session.</summary>
    Locked = 4,
}

/// <summary>What a poll tells the station about one meter.</summary>
public enum ControlLevel
{
    /// <summary>开闸, "0".</summary>
    Off = 0,

    /// <summary>合闸, "1".</summary>
    On = 1,

    /// <summary>释放, "2".</summary>
    Release = 2,

    /// <summary>锁定, "3".</summary>
    Lock = 3,
}

/// <summary>What a person can ask of a meter.</summary>
public enum ControlAction
{
    /// <summary>合闸: power to the open session.</summary>
    On,

    /// <summary>开闸: the session stays, without power.</summary>
    Off,

    /// <summary>释放: ends and bills the open session.</summary>
    Release,

    /// <summary>锁定: no power and no new session until unlocked.</summary>
    Lock,

    /// <summary>解锁: back to what it was before the lock.</summary>
    Unlock,
}
