namespace Sems.Analysis.Phases;

/// <summary>What a battery is doing while it is plugged in.</summary>
public enum ChargePhase
{
    /// <summary>恒流: about as much as the charger gives.</summary>
    ConstantCurrent,

    /// <summary>恒压: the current falls, the battery takes what it still can.</summary>
    Taper,

    /// <summary>涓流: a small current that holds the battery full and falls no more.</summary>
    Trickle,

    /// <summary>零电流: after charging, nothing but what the charger draws for itself, if that.</summary>
    ZeroCurrent,

    /// <summary>已中断: no current for a while, and charging after it.</summary>
    Interrupted,

    /// <summary>接入: connected, and nothing has flowed yet.</summary>
    Idle,
}
