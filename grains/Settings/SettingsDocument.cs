using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sems.Grains.Settings;

/// <summary>What is set at one place, the campus or a station: some fields or none. Immutable.</summary>
public sealed class SettingsDocument
{
    /// <summary>Nothing is set.</summary>
    public static readonly SettingsDocument Empty = new([]);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, JsonNode> _values;

    private SettingsDocument(Dictionary<string, JsonNode> values) => _values = values;

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>Every field of some settings, as JSON.</summary>
    public static string Describe(ChargingSettings settings) => Write(f => f.Show(settings));

    /// <summary>What is set after a change.</summary>
    public SettingsDocument With(SettingsPatch patch)
    {
        var values = new Dictionary<string, JsonNode>(_values, StringComparer.Ordinal);
        foreach (var (path, value) in patch.Values)
        {
            if (value is null) values.Remove(path);
            else values[path] = value;
        }
        return new SettingsDocument(values);
    }

    /// <summary>What is in force when this is set over other settings.</summary>
    public ChargingSettings Over(ChargingSettings under) => SettingFields.All.Aggregate(
        under, (settings, field) => _values.TryGetValue(field.Path, out var value) ? field.Apply(settings, value) : settings);

    /// <summary>Only what is set, in a fixed order.</summary>
    public string ToJson() => Write(f => _values.GetValueOrDefault(f.Path)?.DeepClone());

    private static string Write(Func<SettingField, JsonNode?> valueOf)
    {
        var root = new JsonObject();
        foreach (var field in SettingFields.All)
        {
            if (valueOf(field) is not { } value) continue;
            var names = field.Path.Split('.');
            var place = names[..^1].Aggregate(root, (parent, name) => (JsonObject)(parent[name] ??= new JsonObject()));
            place[names[^1]] = value;
        }
        return root.ToJsonString(Readable);
    }
}
