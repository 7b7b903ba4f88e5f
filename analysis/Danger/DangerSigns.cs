namespace Sems.Analysis.Danger;

/// <summary>What <see cref="DangerWatch"/> sees wrong right now.</summary>
[Flags]
public enum DangerSigns
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Suddenly far more current than the charge's own level.</summary>
    Surge = 1,

    /// <summary>The current had fallen and rises again.</summary>
    TaperRise = 1 << 1,

    /// <summary>The current goes up and down.</summary>
    Oscillation = 1 << 2,

    /// <summary>The constant current crept up.</summary>
    Creep = 1 << 3,

    /// <summary>Spikes again and again.</summary>
    Spikes = 1 << 4,

    /// <summary>The current ended without having fallen first.</summary>
    SuddenDrop = 1 << 5,

    /// <summary>The battery does not taper, though it always did.</summary>
    NoTaper = 1 << 6,

    /// <summary>Far more energy than the battery can want.</summary>
    OverEnergy = 1 << 7,

    /// <summary>Current or taper unlike the usual ones.</summary>
    UnlikeUsual = 1 << 8,

    /// <summary>The voltage gives way under the current.</summary>
    PoorContact = 1 << 9,

    /// <summary>The current holds far above a tail.</summary>
    HighTail = 1 << 10,

    /// <summary>The battery's voltage rises above the one it was held at.</summary>
    CellOverVoltage = 1 << 11,

    /// <summary>The energy counter stands still.</summary>
    CounterStuck = 1 << 12,
}
