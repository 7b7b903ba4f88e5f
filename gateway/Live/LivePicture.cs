using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Sems.Gateway.Live;

/// <summary>A topic as it was at one look: what is told of it is the whole, or what differs from the look before. Immutable.</summary>
internal sealed class LivePicture(params ILivePart[] parts)
{
    private readonly ILivePart[] _parts = parts;

    /// <summary>The event that tells the whole.</summary>
    public byte[] Whole(LiveTopic topic) => Event(topic, null);

    /// <summary>The event that tells what changed; null when nothing did.</summary>
    public byte[]? Since(LiveTopic topic, LivePicture before) =>
        _parts.Zip(before._parts).Any(p => p.First.Differs(p.Second)) ? Event(topic, before) : null;

    private byte[] Event(LiveTopic topic, LivePicture? before)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write(Encoding.ASCII.GetBytes($"event: {topic.Kind}\ndata: "));
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Admin.AdminJson.Readable.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("topic", topic.ToString());
            json.WriteBoolean("full", before is null);
            for (var i = 0; i < _parts.Length; i++) _parts[i].Write(json, before?._parts[i]);
            json.WriteEndObject();
        }
        bytes.Write("\n\n"u8);
        return bytes.WrittenSpan.ToArray();
    }
}

/// <summary>A part of a picture.</summary>
internal interface ILivePart
{
    /// <summary>Whether it changed since a look before.</summary>
    bool Differs(ILivePart before);

    /// <summary>Writes its fields: all of it, or what changed.</summary>
    void Write(Utf8JsonWriter json, ILivePart? before);
}

/// <summary>A value that is told as a whole.</summary>
/// <param name="name">Its field.</param>
/// <param name="value">Its JSON.</param>
/// <param name="same">What tells whether it changed, where that is not the JSON: a time of day is no change.</param>
internal sealed class ValuePart(string name, byte[] value, byte[]? same = null) : ILivePart
{
    private readonly byte[] _same = same ?? value;

    public bool Differs(ILivePart before) => !_same.AsSpan().SequenceEqual(((ValuePart)before)._same);

    public void Write(Utf8JsonWriter json, ILivePart? before)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}

/// <summary>A list of things with keys: those that changed are told, and the keys of those that are gone.</summary>
/// <param name="name">The list's field.</param>
/// <param name="items">Key, the key's JSON, the thing's JSON.</param>
internal sealed class ItemsPart(string name, IReadOnlyList<(string Key, byte[] KeyJson, byte[] Json)> items) : ILivePart
{
    private readonly Dictionary<string, (byte[] KeyJson, byte[] Json)> _byKey = items.ToDictionary(i => i.Key, i => (i.KeyJson, i.Json), StringComparer.Ordinal);

    public bool Differs(ILivePart before)
    {
        var then = ((ItemsPart)before)._byKey;
        return then.Count != _byKey.Count || items.Any(i => IsNew(i.Key, i.Json, then));
    }

    public void Write(Utf8JsonWriter json, ILivePart? before)
    {
        var then = (before as ItemsPart)?._byKey;
        json.WriteStartArray(name);
        foreach (var (key, _, value) in items)
            if (then is null || IsNew(key, value, then)) json.WriteRawValue(value, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteStartArray("gone");
        if (then is not null)
        {
            foreach (var (key, (keyJson, _)) in then)
                if (!_byKey.ContainsKey(key)) json.WriteRawValue(keyJson, skipInputValidation: true);
        }
        json.WriteEndArray();
    }

    private static bool IsNew(string key, byte[] value, Dictionary<string, (byte[] KeyJson, byte[] Json)> then) =>
        !then.TryGetValue(key, out var old) || !old.Json.AsSpan().SequenceEqual(value);
}
