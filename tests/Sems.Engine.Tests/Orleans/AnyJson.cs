using System.Text.Json;

namespace Sems.Engine.Tests.Orleans;

/// <summary>SEMS's own serializer knows the states of SEMS only.</summary>
internal sealed class AnyJson : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input)!;
}
