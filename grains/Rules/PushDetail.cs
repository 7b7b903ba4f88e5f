using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Grains.Rules;

/// <summary>The facts a message to a student is made of, as they are at the moment it is decided.</summary>
public sealed record PushDetail
{
    /// <summary>The charge.</summary>
    public required long ChargeId { get; init; }

    /// <summary>The station's number.</summary>
    public required string Station { get; init; }

    /// <summary>The station's name.</summary>
    public required string StationName { get; init; }

    /// <summary>The meter's number.</summary>
    public required string Ammeter { get; init; }

    /// <summary>The socket's name.</summary>
    public required string SocketName { get; init; }

    /// <summary>The rule that decided it, or why the charge ended: card, release.</summary>
    public required string Reason { get; init; }

    /// <summary>What was seen, in a sentence; null at the end of a charge.</summary>
    public string? Message { get; init; }

    /// <summary>When the charge began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the battery was seen full, or null.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>When the charge ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From the start until then, whole seconds.</summary>
    public required long Seconds { get; init; }

    /// <summary>Energy so far, kWh.</summary>
    public required double EnergyKwh { get; init; }

    /// <summary>Price so far, or the bill; fen.</summary>
    public required long Fen { get; init; }

    /// <summary>As kept with the push.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PushDetailJson.Readable.PushDetail);
}

/// <summary>How the facts are written: names in snake case, Chinese as it is.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PushDetail))]
public sealed partial class PushDetailJson : JsonSerializerContext
{
    /// <summary>Never put into a page as it is.</summary>
    public static readonly PushDetailJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
