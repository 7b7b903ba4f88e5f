using System.Text.Json.Serialization;

namespace Sems.Gateway.Hosting;

/// <summary>JSON of the hosting endpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Health))]
internal sealed partial class HostingJson : JsonSerializerContext;
