namespace Sems.Grains.Rules;

/// <summary>What watches over a charge. Kept as numbers in grain states: never renumber.</summary>
[Flags]
public enum RuleSet
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Too much current.</summary>
    OverCurrent = 1,

    /// <summary>The mains too high.</summary>
    OverVoltage = 1 << 1,

    /// <summary>The mains too low.</summary>
    UnderVoltage = 1 << 2,

    /// <summary>Too much power.</summary>
    OverPower = 1 << 3,

    /// <summary>Current although the switch is meant to be open.</summary>
    StrayCurrent = 1 << 4,

    /// <summary>A full battery draws more again.</summary>
    TailRise = 1 << 5,

    /// <summary>The energy counter went backward.</summary>
    EnergyBackward = 1 << 6,

    /// <summary>The energy counter jumped.</summary>
    EnergyJump = 1 << 7,

    /// <summary>The energy counter changed its scale.</summary>
    EnergyScale = 1 << 8,

    /// <summary>No sample comes.</summary>
    Silence = 1 << 9,

    /// <summary>Full for long.</summary>
    Overtime = 1 << 10,

    /// <summary>Powered for very long.</summary>
    LongestCharge = 1 << 11,

    /// <summary>The battery is full.</summary>
    Full = 1 << 12,

    // From here on the signs of DangerWatch, in their order (DangerRules).

    /// <summary>Suddenly far more current than the charge's own.</summary>
    CurrentSurge = 1 << 13,

    /// <summary>The falling current rises again.</summary>
    TaperRise = 1 << 14,

    /// <summary>The current goes up and down.</summary>
    Oscillation = 1 << 15,

    /// <summary>The constant current crept up.</summary>
    CurrentCreep = 1 << 16,

    /// <summary>Spikes again and again.</summary>
    RepeatedSpikes = 1 << 17,

    /// <summary>The current does not fall where this battery's always did.</summary>
    NoTaper = 1 << 19,

    /// <summary>Far more energy than the battery can want.</summary>
    OverEnergy = 1 << 20,

    /// <summary>Unlike the usual charges of this battery.</summary>
    UnlikeUsual = 1 << 21,

    /// <summary>The voltage gives way under the current.</summary>
    PoorContact = 1 << 22,

    /// <summary>The current holds far above a tail.</summary>
    HighTail = 1 << 23,

    /// <summary>The energy counter stands still.</summary>
    EnergyStuck = 1 << 25,
}
