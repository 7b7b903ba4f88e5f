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
        if (where.Length > 0) yield break; // what follows is the campus's alone
        foreach (var fault in Faults(settings.Map)) yield return fault;
    }

    private static IEnumerable<SettingsFault> Faults(MapSettings map)
    {
        if (map.TileUrl.Contains("{s}", StringComparison.Ordinal) && map.Subdomains.Length == 0)
            yield return new SettingsFault("map.subdomains", "\"\"", SettingsFaultKind.Needed, Other: "map.tile_url");
        if (map.CenterLatitude is null != map.CenterLongitude is null)
        {
            var (missing, given) = map.CenterLatitude is null ? ("latitude", "longitude") : ("longitude", "latitude");
            yield return new SettingsFault("map.center_" + missing, SettingField.None, SettingsFaultKind.Needed, Other: "map.center_" + given);
        }
        if (map.Zoom > map.MaxZoom) yield return new SettingsFault("map.zoom", Text(map.Zoom), SettingsFaultKind.WholeNumber, 1, map.MaxZoom);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
