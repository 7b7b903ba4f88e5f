using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sems.GrainInterfaces;

namespace Sems.Grains.Settings;

/// <summary>One thing that can be set: its name, what values it takes, and where it is in <see cref="ChargingSettings"/>.</summary>
/// <param name="path">Its name with those of the objects around it, for example rules.over_current.limit.</param>
/// <param name="campusOnly">It cannot be set apart for a station.</param>
public abstract class SettingField(string path, bool campusOnly)
{
    /// <summary>What stands for no limit: null takes a setting back, so it cannot mean that there is none.</summary>
    public const string None = "none";

    private const int LongestShown = 60;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its name.</summary>
    public string Path { get; } = path;

    /// <summary>It cannot be set apart for a station.</summary>
    public bool CampusOnly { get; } = campusOnly;

    /// <summary>It takes words: what looks like a number in the configuration is none.</summary>
    public virtual bool IsText => false;

    /// <summary>What is wrong with a value read from JSON.</summary>
    public abstract IEnumerable<SettingsFault> Check(JsonNode value);

    /// <summary>Sets a value that <see cref="Check"/> found nothing wrong with.</summary>
    public abstract ChargingSettings Apply(ChargingSettings under, JsonNode value);

    /// <summary>The value as JSON.</summary>
    public abstract JsonNode Show(ChargingSettings settings);

    /// <summary>A text for people, cut when it is long.</summary>
    internal static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    /// <summary>A value for people.</summary>
    internal static string Shorten(JsonNode? value) => Shorten(value?.ToJsonString(Readable) ?? "null");

    /// <summary>A whole number in the range.</summary>
    internal static bool IsWhole(JsonNode? value, double least, double most, out long whole)
    {
        whole = 0;
        return value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue(out whole) && whole >= least && whole <= most;
    }

    /// <summary>A number in the range.</summary>
    internal static bool IsNumber(JsonNode? value, double least, double most, out double given)
    {
        given = 0;
        return value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue(out given) && given >= least && given <= most;
    }

    /// <summary>"none".</summary>
    internal static bool IsNone(JsonNode? value) => IsWord(value, out var text) && text == None;

    /// <summary>Just this word.</summary>
    internal static bool IsWord(JsonNode? value, out string text)
    {
        text = "";
        return value is JsonValue word && word.GetValueKind() == JsonValueKind.String && word.TryGetValue(out text!);
    }
}
