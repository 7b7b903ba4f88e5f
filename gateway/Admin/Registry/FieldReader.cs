using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin.Registry;

/// <summary>Reads the fields of a request: one that is not there stays as it is, null or an empty text clears it.</summary>
internal sealed class FieldReader
{
    /// <summary>The most characters of a text, as in the CSV files and the station protocol.</summary>
    public const int LongestText = 45;

    /// <summary>The highest V and Ah of a battery.</summary>
    public const double HighestRating = 1e6;

    private readonly List<FieldEdit> _edits = [];

    /// <summary>What is wrong with the first field that is wrong, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>What was read.</summary>
    public ImmutableArray<FieldEdit> Edits => [.. _edits];

    /// <summary>What is wrong with a text, or null.</summary>
    public static string? TextFault(string name, string? text, int most = LongestText) => text is null ? null
        : text.Length > most ? $"{name} 最多 {most} 个字符"
        : text.Any(char.IsControl) ? $"{name} 不能有控制字符"
        : null;

    /// <summary>What is wrong with a number that names something, or null.</summary>
    public static string? NumberFault(string name, string? number) => string.IsNullOrWhiteSpace(number) ? $"请填写 {name}" : TextFault(name, number);

    public void Text(string name, JsonElement field)
    {
        if (field.ValueKind == JsonValueKind.Undefined) return;
        if (field.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) Fault ??= $"{name} 必须是文字";
        else
        {
            var text = Tidy(field.GetString());
            Fault ??= TextFault(name, text);
            _edits.Add(new FieldEdit(name, text, null));
        }
    }

    public void Number(string name, JsonElement field, double least, double most)
    {
        if (field.ValueKind == JsonValueKind.Undefined) return;
        double? number = null;
        if (field.ValueKind == JsonValueKind.Number && field.TryGetDouble(out var given) && given >= least && given <= most) number = given;
        else if (field.ValueKind != JsonValueKind.Null) Fault ??= string.Create(CultureInfo.InvariantCulture, $"{name} 必须是 {least} 至 {most} 的数");
        _edits.Add(new FieldEdit(name, null, number));
    }

    public void Vehicle(JsonElement vehicle)
    {
        if (vehicle.ValueKind is JsonValueKind.Undefined) return;
        if (vehicle.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            Fault ??= "vehicle 必须是对象";
            return;
        }
        foreach (var name in new[] { "brand", "model", "battery_type" }) Text(name, Of(vehicle, name));
        foreach (var name in new[] { "rated_voltage", "rated_ah" }) Number(name, Of(vehicle, name), 0, HighestRating);
    }

    /// <summary>A place is both of its degrees, or none.</summary>
    public void Place(JsonElement latitude, JsonElement longitude)
    {
        if (Gives(latitude) != Gives(longitude)) Fault ??= "latitude 与 longitude 要一起填写";
        Number("latitude", latitude, -90, 90);
        Number("longitude", longitude, -180, 180);

        static int Gives(JsonElement field) => field.ValueKind switch { JsonValueKind.Undefined => 0, JsonValueKind.Null => 1, _ => 2 };
    }

    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static JsonElement Of(JsonElement vehicle, string name) =>
        vehicle.ValueKind == JsonValueKind.Null ? vehicle : vehicle.TryGetProperty(name, out var field) ? field : default;
}
