using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sems.Embedded;

/// <summary>Grain states as JSON. With options that hold a source-generated resolver it uses no reflection.</summary>
/// <param name="options">Options with a type resolver.</param>
public sealed class JsonGrainStateSerializer(JsonSerializerOptions options) : IGrainStateSerializer
{
    /// <summary>A serializer for exactly the types a (source-generated) resolver knows.</summary>
    /// <param name="resolver">The resolver.</param>
    public JsonGrainStateSerializer(IJsonTypeInfoResolver resolver)
        : this(new JsonSerializerOptions { TypeInfoResolver = resolver })
    {
    }

    /// <inheritdoc/>
    public byte[] Serialize<TState>(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, TypeInfo<TState>());

    /// <inheritdoc/>
    public TState Deserialize<TState>(ReadOnlySpan<byte> payload) => JsonSerializer.Deserialize(payload, TypeInfo<TState>())
        ?? throw new JsonException($"The stored state is null where a {typeof(TState)} is expected.");

    private JsonTypeInfo<TState> TypeInfo<TState>() => (JsonTypeInfo<TState>)options.GetTypeInfo(typeof(TState));
}
