namespace Sems.Analysis.Danger;

/// <summary>What can be found in a charge. Kept by its word (<see cref="FindingWords.Name"/>): never rename.</summary>
public enum FindingKind
{
    /// <summary>More current than a socket may carry, or suddenly far more than this charge's own.</summary>
    OverCurrent,

    /// <summary>The mains too high.</summary>
    OverVoltage,

    /// <summary>The mains too low.</summary>
    UnderVoltage,

    /// <summary>More power than a socket may deliver.</summary>
    OverPower,

    /// <summary>Current although the switch is meant to be open.</summary>
    StrayCurrent,

    /// <summary>The current of a full battery rises.</summary>
    TailRise,

    /// <summary>The current had fallen and rises again, before the battery is full.</summary>
    TaperRise,

    /// <summary>The current does not fall where this battery's always did.</summary>
    NoTaper,

    /// <summary>Far more energy than usual, or than the battery can hold.</summary>
    OverEnergy,

    /// <summary>The current goes up and down: a contact that chatters, a relay, a protection board that switches.</summary>
    Oscillation,

    /// <summary>A curve unlike any of its own, or of its model's.</summary>
    UnlikeUsual,

    /// <summary>The constant current creeps up.</summary>
    CurrentCreep,

    /// <summary>Spikes of current, again and again.</summary>
    RepeatedSpikes,

    /// <summary>The current ends without having fallen first.</summary>
    SuddenDrop,

    /// <summary>The voltage gives way under the current: a contact that heats.</summary>
    PoorContact,

    /// <summary>The current never falls to a tail.</summary>
    HighTail,

    /// <summary>The battery's voltage above what its cells may have.</summary>
    CellOverVoltage,

    /// <summary>The energy counter stands still while current flows.</summary>
    CounterStuck,

    /// <summary>The energy counter went backward.</summary>
    CounterBackward,

    /// <summary>The energy counter jumped.</summary>
    CounterJump,

    /// <summary>The energy counter changed its scale.</summary>
    CounterScale,

    /// <summary>No sample came for a while.</summary>
    Silence,

    /// <summary>The clock of the samples leapt.</summary>
    ClockLeap,

    /// <summary>The energy counter's decimal digits were read as a binary number.</summary>
    CounterCoding,

    /// <summary>The energy counter counts faster or slower than current and voltage allow.</summary>
    CounterRate,
}
