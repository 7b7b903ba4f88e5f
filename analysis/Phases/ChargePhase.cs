namespace Sems.Analysis.Phases;

/// <summary>What a battery is doing while it is plugged in, as far as its current tells.</summary>
public enum ChargePhase
{
    /// <summary>恒流: about as much as the charger gives.</summary>
    ConstantCurrent,

    /// <summary>The current falls: the battery takes what it still can.</summary>
    Taper,

    /// <summary>涓流: a small current that holds the battery full.</summary>
    Trickle,

    /// <summary>Nothing but what the charger draws for itself, if that.</summary>
    ZeroCurrent,

    /// <summary>No current for a while, and charging after it: it was interrupted.</summary>
    Paused,
}

/// <summary>A reading of the current.</summary>
/// <param name="AtMs">Unix ms.</param>
/// <param name="CurrentA">A.</param>
public readonly record struct CurrentReading(long AtMs, double CurrentA);

/// <summary>A phase and its time, Unix ms: from its first reading to the first of the next, or to its own last one.</summary>
public readonly record struct PhaseSpan(ChargePhase Phase, long FromMs, long ToMs);
