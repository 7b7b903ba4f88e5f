using System.Text.Json.Nodes;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>A whole number.</summary>
internal sealed class WholeField(
    string path, long least, long most, Func<ChargingSettings, long> get, Func<ChargingSettings, long, ChargingSettings> set, bool campusOnly = false)
    : SettingField(path, campusOnly)
{
    public override IEnumerable<SettingsFault> Check(JsonNode value) =>
        IsWhole(value, least, most, out _) ? [] : [new(Path, Shorten(value), SettingsFaultKind.WholeNumber, least, most)];

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, value.GetValue<long>());

    public override JsonNode Show(ChargingSettings settings) => get(settings);
}

/// <summary>A whole number, or "none".</summary>
internal sealed class LimitField(
    string path, long most, Func<ChargingSettings, long?> get, Func<ChargingSettings, long?, ChargingSettings> set, bool campusOnly = false)
    : SettingField(path, campusOnly)
{
    public override IEnumerable<SettingsFault> Check(JsonNode value) =>
        IsNone(value) || IsWhole(value, 0, most, out _) ? [] : [new(Path, Shorten(value), SettingsFaultKind.WholeNumberOrNone, 0, most)];

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, IsNone(value) ? null : value.GetValue<long>());

    public override JsonNode Show(ChargingSettings settings) => get(settings) is { } limit ? limit : None;
}

/// <summary>A number with a fraction.</summary>
internal sealed class NumberField(
    string path, double least, double most, Func<ChargingSettings, double> get, Func<ChargingSettings, double, ChargingSettings> set)
    : SettingField(path, campusOnly: false)
{
    public override IEnumerable<SettingsFault> Check(JsonNode value) =>
        IsNumber(value, least, most, out _) ? [] : [new(Path, Shorten(value), SettingsFaultKind.Number, least, most)];

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, value.GetValue<double>());

    public override JsonNode Show(ChargingSettings settings) => get(settings);
}

/// <summary>What follows when a rule fires.</summary>
internal sealed class ActionField(string path, Func<ChargingSettings, RuleAction> get, Func<ChargingSettings, RuleAction, ChargingSettings> set)
    : SettingField(path, campusOnly: false)
{
    public override IEnumerable<SettingsFault> Check(JsonNode value) =>
        ActionOf(value) is null ? [new(Path, Shorten(value), SettingsFaultKind.Action)] : [];

    public override ChargingSettings Apply(ChargingSettings under, JsonNode value) => set(under, ActionOf(value)!.Value);

    public override JsonNode Show(ChargingSettings settings) => get(settings).ToString().ToLowerInvariant();

    private static RuleAction? ActionOf(JsonNode value) => !IsWord(value, out var word) ? null : word switch
    {
        "notice" => RuleAction.Notice,
        "alarm" => RuleAction.Alarm,
        "lock" => RuleAction.Lock,
        _ => null,
    };
}
