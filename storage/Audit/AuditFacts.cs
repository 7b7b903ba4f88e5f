using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Storage.Audit;

/// <summary>What the audit log says of the things storage itself changes.</summary>
internal static class AuditFacts
{
    public static string Alarm(string group, string? ammeter, string rule) => JsonSerializer.Serialize(new AlarmFacts(group, ammeter, rule), AuditFactsJson.Default.AlarmFacts);

    public static string Bill(string student, long fen, string status, string? reason) =>
        JsonSerializer.Serialize(new BillFacts(student, fen, status, reason), AuditFactsJson.Default.BillFacts);
}

/// <summary>Which alarm.</summary>
internal sealed record AlarmFacts(string Group, string? Ammeter, string Rule);

/// <summary>A bill before or after a step.</summary>
internal sealed record BillFacts(string StudentNumber, long Fen, string Status, string? Reason);

/// <summary>How they are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlarmFacts))]
[JsonSerializable(typeof(BillFacts))]
[JsonSerializable(typeof(string))]
internal sealed partial class AuditFactsJson : JsonSerializerContext;
