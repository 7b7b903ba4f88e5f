using System.Text.Json;
using System.Text.Json.Nodes;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>A change of settings, read from JSON: fields with their new values, or null to take them back.</summary>
public sealed class SettingsPatch
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private readonly Dictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);
    private readonly List<SettingsFault> _faults = [];
    private readonly bool _ofStation;

    private SettingsPatch(bool ofStation) => _ofStation = ofStation;

    /// <summary>The fields it changes, by path.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Values => _values;

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<SettingsFault> Faults => _faults;

    /// <summary>Reads one.</summary>
    /// <param name="json">An object.</param>
    /// <param name="ofStation">It is for a station: what belongs to students is a fault.</param>
    public static SettingsPatch Read(string json, bool ofStation)
    {
        var patch = new SettingsPatch(ofStation);
        try
        {
            if (JsonNode.Parse(json, documentOptions: Strict) is JsonObject root) patch.Take(root, "");
            else patch.Fault("", SettingField.Shorten(json), SettingsFaultKind.NotAnObject);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            // not JSON, a name twice, or text that is no text (half a surrogate pair)
            patch._faults.Clear();
            patch.Fault("", SettingField.Shorten(json), SettingsFaultKind.NotJson);
        }
        return patch;
    }

    private void Take(JsonObject fields, string prefix)
    {
        foreach (var (name, value) in fields)
        {
            var path = prefix + name;
            if (!name.Contains('.') && SettingFields.Find(path) is { } field) Take(field, value);
            else if (name.Contains('.') || !SettingFields.IsObject(path)) Fault(SettingField.Shorten(path), SettingField.Shorten(value), SettingsFaultKind.Unknown);
            else if (value is JsonObject inner) Take(inner, path + ".");
            else if (value is null) TakeBack(path + ".");
            else Fault(path, SettingField.Shorten(value), SettingsFaultKind.NotAnObject);
        }
    }

    private void Take(SettingField field, JsonNode? value)
    {
        if (_ofStation && field.CampusOnly) Fault(field.Path, SettingField.Shorten(value), SettingsFaultKind.CampusOnly);
        else if (value is not null) _faults.AddRange(field.Check(value));
        _values[field.Path] = value;
    }

    private void TakeBack(string prefix)
    {
        foreach (var field in SettingFields.All)
            if (field.Path.StartsWith(prefix, StringComparison.Ordinal)) _values[field.Path] = null;
    }

    private void Fault(string field, string value, SettingsFaultKind kind) => _faults.Add(new SettingsFault(field, value, kind));
}
