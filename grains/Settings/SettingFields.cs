using Sems.Analysis.Charging;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Settings;

/// <summary>Everything that can be set, with its range: the one list that configuration, changes at run time and what is shown go by.</summary>
public static class SettingFields
{
    /// <summary>Fen; a hundred million yuan.</summary>
    private const long MostFen = 10_000_000_000;

    /// <summary>In the order they are shown and applied.</summary>
    public static IReadOnlyList<SettingField> All { get; } =
    [
        new WholeField("tariff.fen_per_hour", 0, Rate.Most, s => s.Tariff.Base.FenPerHour, (s, v) => Tariff(s, t => t with { Base = t.Base with { FenPerHour = v } })),
        new WholeField("tariff.fen_per_kwh", 0, Rate.Most, s => s.Tariff.Base.FenPerKwh, (s, v) => Tariff(s, t => t with { Base = t.Base with { FenPerKwh = v } })),
        new LimitField("tariff.cap_fen", MostFen, s => s.Tariff.CapFen, (s, v) => Tariff(s, t => t with { CapFen = v })),
        new WholeField("tariff.free_minutes", 0, 1440, s => s.Tariff.FreeMinutes, (s, v) => Tariff(s, t => t with { FreeMinutes = (int)v })),
        new BandsField(),
        new NumberField("full.charging_a", 0.05, 20, s => s.Full.ChargingA, (s, v) => Full(s, f => f with { ChargingA = v })),
        new NumberField("full.tail_a", 0.01, 20, s => s.Full.TailA, (s, v) => Full(s, f => f with { TailA = v })),
        new WholeField("full.arming_samples", 1, 100, s => s.Full.ArmingSamples, (s, v) => Full(s, f => f with { ArmingSamples = (int)v })),
        new WholeField("full.tail_samples", 1, 100, s => s.Full.TailSamples, (s, v) => Full(s, f => f with { TailSamples = (int)v })),
        Seconds("rules.overtime_after_seconds", 60, 86_400, s => s.Rules.OvertimeAfter, (s, v) => Rules(s, r => r with { OvertimeAfter = v })),
        Seconds("rules.longest_charge_seconds", 600, 172_800, s => s.Rules.LongestCharge, (s, v) => Rules(s, r => r with { LongestCharge = v })),
        Seconds("rules.silence_after_seconds", 20, 3_600, s => s.Rules.SilenceAfter, (s, v) => Rules(s, r => r with { SilenceAfter = v })),
        .. Limit("rules.over_current", 0.5, 100, r => r.OverCurrent, (r, v) => r with { OverCurrent = v }),
        .. Limit("rules.over_voltage", 100, 500, r => r.OverVoltage, (r, v) => r with { OverVoltage = v }),
        .. Limit("rules.under_voltage", 50, 400, r => r.UnderVoltage, (r, v) => r with { UnderVoltage = v }),
        .. Limit("rules.over_power", 50, 20_000, r => r.OverPower, (r, v) => r with { OverPower = v }),
        .. Limit("rules.stray_current", 0.05, 10, r => r.StrayCurrent, (r, v) => r with { StrayCurrent = v }),
        .. Limit("rules.tail_rise", 0.1, 10, r => r.TailRise, (r, v) => r with { TailRise = v }),
        .. Limit("rules.current_surge", 10, 300, r => r.CurrentSurge, (r, v) => r with { CurrentSurge = v }),
        .. Limit("rules.current_creep", 10, 200, r => r.CurrentCreep, (r, v) => r with { CurrentCreep = v }),
        .. Limit("rules.taper_rise", 5, 100, r => r.TaperRise, (r, v) => r with { TaperRise = v }),
        .. Limit("rules.oscillation", 5, 100, r => r.Oscillation, (r, v) => r with { Oscillation = v }),
        .. Limit("rules.repeated_spikes", 10, 500, r => r.RepeatedSpikes, (r, v) => r with { RepeatedSpikes = v }),
        .. Limit("rules.poor_contact", 5, 60, r => r.PoorContact, (r, v) => r with { PoorContact = v }),
        .. Limit("rules.high_tail", 10, 80, r => r.HighTail, (r, v) => r with { HighTail = v }),
        .. Limit("rules.no_taper", 0, 200, r => r.NoTaper, (r, v) => r with { NoTaper = v }),
        .. Limit("rules.over_energy", 5, 200, r => r.OverEnergy, (r, v) => r with { OverEnergy = v }),
        .. Limit("rules.unlike_usual", 10, 300, r => r.UnlikeUsual, (r, v) => r with { UnlikeUsual = v }),
        new ActionField("rules.energy_counter", s => s.Rules.EnergyCounter, (s, v) => Rules(s, r => r with { EnergyCounter = v })),
        new WholeField("sessions_per_student", 1, 100, s => s.SessionsPerStudent, (s, v) => s with { SessionsPerStudent = (int)v }, campusOnly: true),
        new LimitField("arrears_limit_fen", MostFen, s => s.ArrearsLimitFen, (s, v) => s with { ArrearsLimitFen = v }, campusOnly: true),
        Seconds("offline_after_seconds", 10, 86_400, s => s.OfflineAfter, (s, v) => s with { OfflineAfter = v }),
        new TileUrlField("map.tile_url", 500, s => s.Map.TileUrl, (s, v) => Map(s, m => m with { TileUrl = v })),
        new LettersField("map.subdomains", 20, s => s.Map.Subdomains, (s, v) => Map(s, m => m with { Subdomains = v })),
        new TextField("map.attribution", 200, s => s.Map.Attribution, (s, v) => Map(s, m => m with { Attribution = v })),
        new WordField("map.coordinates", ["wgs84", "gcj02"], s => s.Map.Coordinates, (s, v) => Map(s, m => m with { Coordinates = v })),
        new WholeField("map.max_zoom", 1, 22, s => s.Map.MaxZoom, (s, v) => Map(s, m => m with { MaxZoom = (int)v }), campusOnly: true),
        new NumberOrNoneField("map.center_latitude", -85, 85, s => s.Map.CenterLatitude, (s, v) => Map(s, m => m with { CenterLatitude = v })),
        new NumberOrNoneField("map.center_longitude", -180, 180, s => s.Map.CenterLongitude, (s, v) => Map(s, m => m with { CenterLongitude = v })),
        new WholeField("map.zoom", 1, 22, s => s.Map.Zoom, (s, v) => Map(s, m => m with { Zoom = (int)v }), campusOnly: true),
    ];

    private static readonly Dictionary<string, SettingField> ByPath = All.ToDictionary(f => f.Path, StringComparer.Ordinal);

    private static readonly HashSet<string> Objects = [.. All.SelectMany(f => Parents(f.Path))];

    /// <summary>The field of a path, or null.</summary>
    public static SettingField? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>Whether a path is that of an object with fields in it.</summary>
    public static bool IsObject(string path) => Objects.Contains(path);

    private static IEnumerable<string> Parents(string path)
    {
        for (var dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.', dot + 1)) yield return path[..dot];
    }

    private static ChargingSettings Tariff(ChargingSettings settings, Func<Tariff, Tariff> change) => settings with { Tariff = change(settings.Tariff) };

    private static ChargingSettings Full(ChargingSettings settings, Func<FullRule, FullRule> change) => settings with { Full = change(settings.Full) };

    private static ChargingSettings Rules(ChargingSettings settings, Func<RuleSettings, RuleSettings> change) => settings with { Rules = change(settings.Rules) };

    private static ChargingSettings Map(ChargingSettings settings, Func<MapSettings, MapSettings> change) => settings with { Map = change(settings.Map) };

    private static WholeField Seconds(
        string path, long least, long most, Func<ChargingSettings, TimeSpan> get, Func<ChargingSettings, TimeSpan, ChargingSettings> set) =>
        new(path, least, most, s => (long)get(s).TotalSeconds, (s, v) => set(s, TimeSpan.FromSeconds(v)));

    private static IEnumerable<SettingField> Limit(
        string path, double least, double most, Func<RuleSettings, LimitRule> get, Func<RuleSettings, LimitRule, RuleSettings> set)
    {
        yield return new NumberField(path + ".limit", least, most, s => get(s.Rules).Limit, (s, v) => Rules(s, r => set(r, get(r) with { Limit = v })));
        yield return new WholeField(path + ".samples", 1, 60, s => get(s.Rules).Samples, (s, v) => Rules(s, r => set(r, get(r) with { Samples = (int)v })));
        yield return new ActionField(path + ".action", s => get(s.Rules).Action, (s, v) => Rules(s, r => set(r, get(r) with { Action = v })));
    }
}
