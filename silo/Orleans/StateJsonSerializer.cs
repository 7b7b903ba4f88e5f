using System.Text.Json;
using Sems.Grains;

namespace Sems.Silo.Orleans;

/// <summary>Writes grain states as the JSON the embedded engine writes too.</summary>
internal sealed class StateJsonSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, GrainStateJson.Default.Options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, GrainStateJson.Default.Options)!;
}
