using System.Text.Json.Nodes;

namespace Sems.Storage.Registry;

/// <summary>What changes of a row: as the audit log tells it and as an import shows it.</summary>
/// <param name="Field">Its name, as in the CSV files.</param>
/// <param name="Before">As it was, or null; a secret's place is taken by dots.</param>
/// <param name="After">As it is then, or null.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

/// <summary>The fields of rows, by the names of the CSV files. No secret leaves here.</summary>
public static class RegistryFields
{
    /// <summary>Stands for a secret.</summary>
    public const string Dots = "••••";

    private static readonly Field<StudentRecord>[] Student =
    [
        new("card_number", s => s.CardNumber), new("username", s => s.UserName), new("password", s => s.PasswordHash, IsSecret: true),
        new("blocked", s => s.Blocked ? 1 : 0), new("blocked_reason", s => s.BlockedReason), new("phone", s => s.Phone), new("brand", s => s.Vehicle.Brand),
        new("model", s => s.Vehicle.Model), new("battery_type", s => s.Vehicle.BatteryType), new("rated_voltage", s => s.Vehicle.RatedVoltage),
        new("rated_ah", s => s.Vehicle.RatedAh), new("wechat", s => s.WechatOpenid, IsSecret: true),
    ];

    private static readonly Field<AmmeterGroupRecord>[] Group =
    [
        new("name", g => g.Name), new("latitude", g => g.Latitude), new("longitude", g => g.Longitude),
        new("station_key", g => g.StationKeyHash, IsSecret: true), new("retired_at", g => g.RetiredAt),
    ];

    private static readonly Field<AmmeterRecord>[] Ammeter = [new("name", a => a.Name)];

    /// <summary>What differs; of a new row what is set.</summary>
    public static IReadOnlyList<FieldChange> Changes(StudentRecord? before, StudentRecord? after) => Changes(Student, before, after);

    /// <inheritdoc cref="Changes(StudentRecord, StudentRecord)"/>
    public static IReadOnlyList<FieldChange> Changes(AmmeterGroupRecord? before, AmmeterGroupRecord? after) => Changes(Group, before, after);

    /// <inheritdoc cref="Changes(StudentRecord, StudentRecord)"/>
    public static IReadOnlyList<FieldChange> Changes(AmmeterRecord? before, AmmeterRecord? after) => Changes(Ammeter, before, after);

    /// <summary>One side of changes as JSON for the audit log; null when there was or is no row.</summary>
    internal static string? Json(bool exists, IReadOnlyList<FieldChange> changes, Func<FieldChange, JsonNode?> side) =>
        exists ? new JsonObject(changes.Select(c => KeyValuePair.Create(c.Field, side(c)?.DeepClone()))).ToJsonString() : null;

    private static List<FieldChange> Changes<T>(Field<T>[] fields, T? before, T? after) where T : class
    {
        var changes = new List<FieldChange>();
        foreach (var field in fields)
        {
            var (was, becomes) = (before is null ? null : field.Value(before), after is null ? null : field.Value(after));
            if (!Equals(was, becomes)) changes.Add(new FieldChange(field.Name, field.Show(was), field.Show(becomes)));
        }
        return changes;
    }

    private sealed record Field<T>(string Name, Func<T, object?> Value, bool IsSecret = false)
    {
        public JsonNode? Show(object? value) => value switch
        {
            null => null,
            _ when IsSecret => Dots,
            string text => text,
            int number => number,
            double number => number,
            DateTimeOffset time => time,
            _ => throw new NotSupportedException($"{Name} is {value}"),
        };
    }
}
