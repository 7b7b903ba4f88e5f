namespace Sems.Grains.Rules;

/// <summary>Groups of rules, and their names.</summary>
public static class RuleNames
{
    /// <summary>Those that one sample after the other tells.</summary>
    public const RuleSet OfSamples =
        RuleSet.OverCurrent | RuleSet.OverVoltage | RuleSet.UnderVoltage | RuleSet.OverPower | RuleSet.StrayCurrent | RuleSet.TailRise | OfEnergy;

    /// <summary>Those of the energy counter: once seen, they stay so.</summary>
    public const RuleSet OfEnergy = RuleSet.EnergyBackward | RuleSet.EnergyJump | RuleSet.EnergyScale;

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
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "not one rule"),
    };

    /// <summary>The rules of a set, one by one.</summary>
    public static IEnumerable<RuleSet> Each(RuleSet rules)
    {
        for (var left = (int)rules; left != 0; left &= left - 1) yield return (RuleSet)(left & -left);
    }
}
