namespace Sems.Analysis.Danger;

/// <summary>The words by which findings are kept and sent.</summary>
public static class FindingWords
{
    /// <summary>A kind's word, snake_case.</summary>
    public static string Name(FindingKind kind) => kind switch
    {
        FindingKind.OverCurrent => "over_current",
        FindingKind.OverVoltage => "over_voltage",
        FindingKind.UnderVoltage => "under_voltage",
        FindingKind.OverPower => "over_power",
        FindingKind.StrayCurrent => "stray_current",
        FindingKind.TailRise => "tail_rise",
        FindingKind.TaperRise => "taper_rise",
        FindingKind.NoTaper => "no_taper",
        FindingKind.OverEnergy => "over_energy",
        FindingKind.Oscillation => "oscillation",
        FindingKind.UnlikeUsual => "unlike_usual",
        FindingKind.CurrentCreep => "current_creep",
        FindingKind.RepeatedSpikes => "repeated_spikes",
        FindingKind.SuddenDrop => "sudden_drop",
        FindingKind.PoorContact => "poor_contact",
        FindingKind.HighTail => "high_tail",
        FindingKind.CellOverVoltage => "cell_over_voltage",
        FindingKind.CounterStuck => "energy_stuck",
        FindingKind.CounterBackward => "energy_backward",
        FindingKind.CounterJump => "energy_jump",
        FindingKind.CounterScale => "energy_scale",
        FindingKind.Silence => "silence",
        FindingKind.ClockLeap => "clock_leap",
        FindingKind.CounterCoding => "energy_coding",
        FindingKind.CounterRate => "energy_rate",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind"),
    };

    /// <summary>A severity's word.</summary>
    public static string Name(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Notice => "notice",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Danger => "danger",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "not a severity"),
    };
}
