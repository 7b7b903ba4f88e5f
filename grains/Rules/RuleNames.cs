namespace Sems.Grains.Rules;

/// <summary>Groups of rules, and their names.</summary>
public static class RuleNames
{
    /// <summary>Those that one sample after the other tells.</summary>
    public const RuleSet OfSamples =
        RuleSet.OverCurrent | RuleSet.OverVoltage | RuleSet.UnderVoltage | RuleSet.OverPower | RuleSet.StrayCurrent | RuleSet.TailRise | OfEnergy | OfDanger;

    /// <summary>Those of the energy counter: once seen, they stay so.</summary>
    public const RuleSet OfEnergy = RuleSet.EnergyBackward | RuleSet.EnergyJump | RuleSet.EnergyScale | RuleSet.EnergyStuck;

    /// <summary>Those that compare a charge with itself and with what is usual.</summary>
    public const RuleSet OfDanger =
        RuleSet.CurrentSurge | RuleSet.TaperRise | RuleSet.Oscillation | RuleSet.CurrentCreep | RuleSet.RepeatedSpikes | RuleSet.NoTaper | RuleSet.OverEnergy |
        RuleSet.UnlikeUsual | RuleSet.PoorContact | RuleSet.HighTail;

    /// <summary>Those whose alarm is over with the session.</summary>
    public const RuleSet OfSession = RuleSet.Silence | RuleSet.Overtime | RuleSet.LongestCharge;

    /// <summary>The rule's name in decisions and alarms.</summary>
    public static string Name(RuleSet rule) => rule switch
    {
        RuleSet.OverCurrent => "over_current",
        RuleSet.OverVoltage => "over_voltage",
        RuleSet.UnderVoltage => "under_voltage",
        RuleSet.OverPower => "over_power",
        RuleSet.StrayCurrent => "stray_current",
        RuleSet.TailRise => "tail_rise",
        RuleSet.EnergyBackward => "energy_backward",
        RuleSet.EnergyJump => "energy_jump",
        RuleSet.EnergyScale => "energy_scale",
        RuleSet.Silence => "silence",
        RuleSet.Overtime => "overtime",
        RuleSet.LongestCharge => "longest_charge",
        RuleSet.Full => "full",
        RuleSet.EnergyStuck => "energy_stuck",
        RuleSet.CurrentSurge => "current_surge",
        RuleSet.TaperRise => "taper_rise",
        RuleSet.Oscillation => "oscillation",
        RuleSet.CurrentCreep => "current_creep",
        RuleSet.RepeatedSpikes => "repeated_spikes",
        RuleSet.NoTaper => "no_taper",
        RuleSet.OverEnergy => "over_energy",
        RuleSet.UnlikeUsual => "unlike_usual",
        RuleSet.PoorContact => "poor_contact",
        RuleSet.HighTail => "high_tail",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "not one rule"),
    };

    /// <summary>The rules of a set, one by one.</summary>
    public static IEnumerable<RuleSet> Each(RuleSet rules)
    {
        for (var left = (int)rules; left != 0; left &= left - 1) yield return (RuleSet)(left & -left);
    }
}
