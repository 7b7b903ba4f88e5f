using System.Globalization;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>What settings must be together: each is in its range already.</summary>
public static class SettingsAgreement
{
    private static readonly string[] Limits = ["over_current", "over_voltage", "under_voltage", "over_power", "stray_current", "tail_rise"];

    /// <summary>What does not agree in settings that would be in force.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="where">Put before the fields' names, when it is not plain whose settings they are.</param>
    public static IEnumerable<SettingsFault> Faults(ChargingSettings settings, string where = "")
    {
        var rules = settings.Rules;
        LimitRule[] limits = [rules.OverCurrent, rules.OverVoltage, rules.UnderVoltage, rules.OverPower, rules.StrayCurrent, rules.TailRise];
        foreach (var (name, rule) in Limits.Zip(limits))
            if (rule is { Action: RuleAction.Lock, Samples: < 2 })
                yield return new SettingsFault($"{where}rules.{name}.samples", Text(rule.Samples), SettingsFaultKind.LockNeedsTwo, 2, 60);
        if (settings.Full.TailA >= settings.Full.ChargingA)
            yield return new SettingsFault(where + "full.tail_a", Text(settings.Full.TailA), SettingsFaultKind.NotBelow, null, settings.Full.ChargingA, "full.charging_a");
        if (rules.UnderVoltage.Limit >= rules.OverVoltage.Limit)
            yield return new SettingsFault(
                where + "rules.under_voltage.limit", Text(rules.UnderVoltage.Limit), SettingsFaultKind.NotBelow, null, rules.OverVoltage.Limit, "rules.over_voltage.limit");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
