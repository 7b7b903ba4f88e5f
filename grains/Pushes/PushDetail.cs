using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>The facts a push tells, as they were when it was decided: what stands in <see cref="PushRequest.DetailJson"/>. All may be missing.</summary>
public sealed record PushDetail
{
    /// <summary>The charge.</summary>
    public long? ChargeId { get; init; }

    /// <summary>The station's number.</summary>
    public string? Station { get; init; }

    /// <summary>The station as people call it.</summary>
    public string? StationName { get; init; }

    /// <summary>The meter's number.</summary>
    public string? Ammeter { get; init; }

    /// <summary>The socket as people call it.</summary>
    public string? SocketName { get; init; }

    /// <summary>The rule that decided it, or why the charge ended: card, release.</summary>
    public string? Reason { get; init; }

    /// <summary>What was seen, in one plain sentence; null at the end of a charge.</summary>
    public string? Message { get; init; }

    /// <summary>When the charge began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the battery was seen full.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>When the charge ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>From the start until then, whole seconds.</summary>
    public long? Seconds { get; init; }

    /// <summary>Energy so far, kWh.</summary>
    public double? EnergyKwh { get; init; }

    /// <summary>Price so far, or the bill; fen.</summary>
    public long? Fen { get; init; }

    /// <summary>The socket with its station, e.g. 东门 3 号; null when neither has a name.</summary>
    [JsonIgnore]
    public string? Place =>
        string.Join(' ', new[] { StationName, SocketName }.Where(name => !string.IsNullOrWhiteSpace(name))) is { Length: > 0 } place ? place : null;

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
