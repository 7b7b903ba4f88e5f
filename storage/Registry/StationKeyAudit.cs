using System.Text.Json.Nodes;

namespace Sems.Storage.Registry;

/// <summary>What the audit log tells of a station's keys: never a key, nor its hash.</summary>
public static class StationKeyAudit
{
    /// <summary>JSON: whether the station has a key, and until when those before it stay good.</summary>
    public static string Json(bool hasKey, DateTimeOffset? formerUntil)
    {
        var told = new JsonObject { ["has_key"] = hasKey };
        if (formerUntil is { } until) told["former_until"] = until;
        return told.ToJsonString();
    }
}
