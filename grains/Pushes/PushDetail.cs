using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>The facts a push tells, as they were when it was decided: what stands in <see cref="PushRequest.DetailJson"/>. All may be missing.</summary>
public sealed record PushDetail
{
    /// <summary>The meter as people call it, e.g. 东门 3 号.</summary>
    public string? Place { get; init; }

    /// <summary>When the charge began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the battery was seen full.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>When it happened: the battery was full, the charge ended, the overtime or the fault was noticed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The bill, fen.</summary>
    public long? Fen { get; init; }

    /// <summary>Energy charged, Wh.</summary>
    public double? EnergyWh { get; init; }

    /// <summary>Why the power was cut, in one plain sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PushJson.Readable.PushDetail);

    /// <summary>Out of what is kept; without any facts when that cannot be read: a plain message is better than none.</summary>
    public static PushDetail Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PushJson.Readable.PushDetail) ?? new PushDetail();
        }
        catch (JsonException)
        {
            return new PushDetail();
        }
    }
}

/// <summary>How details are written: with Chinese as it is, and without what is missing.</summary>
[JsonSerializable(typeof(PushDetail))]
internal sealed partial class PushJson : JsonSerializerContext
{
    public static readonly PushJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
