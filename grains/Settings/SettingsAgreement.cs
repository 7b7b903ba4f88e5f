using System.Globalization;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>What settings must be together: each is in its range already.</summary>
public static class SettingsAgreement
{
    private static readonly (string Name, Func<RuleSettings, LimitRule> Of)[] Limits =
    [
        ("over_current", r => r.OverCurrent), ("over_voltage", r => r.OverVoltage), ("under_voltage", r => r.UnderVoltage), ("over_power", r => r.OverPower),
        ("stray_current", r => r.StrayCurrent), ("tail_rise", r => r.TailRise), ("current_surge", r => r.CurrentSurge), ("current_creep", r => r.CurrentCreep),
        ("taper_rise", r => r.TaperRise), ("oscillation", r => r.Oscillation), ("repeated_spikes", r => r.RepeatedSpikes), ("poor_contact", r => r.PoorContact),
        ("high_tail", r => r.HighTail), ("no_taper", r => r.NoTaper), ("over_energy", r => r.OverEnergy), ("unlike_usual", r => r.UnlikeUsual),
    ];

    /// <summary>What does not agree in settings that would be in force.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="where">Put before the fields' names, when it is not plain whose settings they are.</param>
    public static IEnumerable<SettingsFault> Faults(ChargingSettings settings, string where = "")
    {
        var rules = settings.Rules;
        foreach (var (name, of) in Limits)
            if (of(rules) is { Action: RuleAction.Lock, Samples: < 2 } rule)
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
