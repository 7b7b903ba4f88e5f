using System.Text.Json.Serialization;
using Sems.Gateway.Admin.Students;

namespace Sems.Gateway.Admin.Registry;

/// <summary>Stations.</summary>
public sealed record StationPage(IReadOnlyList<StationView> Items, long Total);

/// <summary>JSON of what a campus has.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StationPage))]
[JsonSerializable(typeof(StudentView))]
[JsonSerializable(typeof(StudentPage))]
internal sealed partial class RegistryJson : JsonSerializerContext;
