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
}
