using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Sems.GrainInterfaces;
using Sems.Grains.Settings;

namespace Sems.Silo;

/// <summary>
/// Reads the campus's settings from configuration: every one of <see cref="SettingFields"/>, by its name in upper camel case
/// (<c>Charging:Tariff:FenPerHour</c>, <c>Charging:Rules:OverCurrent:Limit</c>, <c>Charging:ArrearsLimitFen</c>, empty or none for no limit) and
/// <c>Charging:Tariff:Bands:N:{From,To,FenPerHour,FenPerKwh}</c> with times as HH:mm, Asia/Shanghai. They are what holds where nothing is set at run time.
/// </summary>
public static class ChargingSettingsReader
{
    private const string Bands = "tariff.bands";
    private static readonly string[] OfBand = ["from", "to", "fen_per_hour", "fen_per_kwh"];

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="FormatException">A value is not understood or out of range, or a name is not known; the message names each.</exception>
    public static ChargingSettings Read(IConfigurationSection section)
    {
        var faults = new List<SettingsFault>();
        var given = new JsonObject();
        var bands = new SortedDictionary<int, JsonObject>();
        foreach (var (key, text) in section.AsEnumerable(makePathsRelative: true))
        {
            if (text is null) continue;
            var name = key.Split(':');
            if (SettingFields.All.FirstOrDefault(f => Same(f.Path, string.Join('.', name))) is { } field) Put(given, field.Path.Split('.'), Value(field, text));
            else if (IsOfBand(name, out var band, out var part)) (bands.TryGetValue(band, out var known) ? known : bands[band] = [])[part] = NumberOrText(text);
            else faults.Add(new SettingsFault(key, text, SettingsFaultKind.Unknown));
        }
        if (bands.Count > 0) Put(given, Bands.Split('.'), new JsonArray([.. bands.Values]));

        var patch = SettingsPatch.Read(given.ToJsonString(), ofStation: false);
        faults.AddRange(patch.Faults);
        if (faults.Count > 0) throw Refusal(section, faults);
        var settings = SettingsDocument.Empty.With(patch).Over(new ChargingSettings());
        faults.AddRange(SettingsAgreement.Faults(settings));
        return faults.Count == 0 ? settings : throw Refusal(section, faults);
    }

    private static FormatException Refusal(IConfigurationSection section, List<SettingsFault> faults) =>
        new(string.Join("; ", faults.Select(f => SettingsFaultWords.English($"{section.Path}:{KeyOf(f.Field)}", f))));

    /// <summary>tariff.bands[0].fen_per_hour is Tariff:Bands:0:FenPerHour.</summary>
    private static string KeyOf(string field) => string.Join(':', field.Split('.', '[').Select(
        name => string.Concat(name.TrimEnd(']').Split('_').Select(word => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]))));

    private static void Put(JsonObject root, string[] path, JsonNode value)
    {
        var place = path[..^1].Aggregate(root, (parent, name) => (JsonObject)(parent[name] ??= new JsonObject()));
        place[path[^1]] = value;
    }

    private static bool IsOfBand(string[] name, out int band, out string part)
    {
        band = 0;
        part = "";
        if (name.Length != 4 || !Same(Bands, string.Join('.', name[..2])) || !int.TryParse(name[2], out band)) return false;
        part = OfBand.FirstOrDefault(p => Same(p, name[3])) ?? "";
        return part.Length > 0;
    }

    /// <summary>Configuration does not tell upper case from lower.</summary>
    private static bool Same(string field, string name) =>
        string.Equals(field.Replace("_", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is empty is no limit, and no bands.</summary>
    private static JsonNode Value(SettingField field, string text)
    {
        if (field.IsText) return text;
        if (text.Length > 0) return NumberOrText(text);
        if (field.Path == Bands) return new JsonArray();
        return field.Check(SettingField.None).Any() ? text : SettingField.None;
    }

    private static JsonNode NumberOrText(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
