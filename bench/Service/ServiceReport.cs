using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Bench.Service;

/// <summary>Everything one run found.</summary>
/// <param name="StartedAt">When, UTC.</param>
/// <param name="Processors">Of this machine.</param>
/// <param name="Connections">Connections used.</param>
/// <param name="Meters">Meters, each with an open session.</param>
/// <param name="SyncMicroseconds">A 4 KiB write with its fsync here, µs.</param>
/// <param name="Errors">Wrong replies anywhere.</param>
/// <param name="FirstError">The first one, or null.</param>
/// <param name="Engines">Each engine measured, in this order.</param>
/// <param name="Calls">Each call.</param>
/// <param name="Bars">What is held to a limit.</param>
public sealed record ServiceReport(
    DateTimeOffset StartedAt, int Processors, int Connections, int Meters, double SyncMicroseconds, long Errors, string? FirstError,
    IReadOnlyList<EngineReport> Engines, IReadOnlyList<CallReport> Calls, IReadOnlyList<Bar> Bars)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.ServiceReport);
}

/// <summary>JSON of the report.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ServiceReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
