using System.Security.Claims;
using Sems.Gateway.Service;
using Sems.Gateway.Service.Keys;
using Sems.GrainInterfaces;
using Sems.Grains.Settings;
using Sems.Storage;

namespace Sems.Gateway.Admin;

/// <summary>Keys of stations.</summary>
internal static class StationKeyEndpoints
{
    public static async Task<IResult> Rotate(
        string group, double? overlapHours, IGrainFactory grains, StationKeyRing keys, ClaimsPrincipal user, HttpResponse response)
    {
        var most = StationKeySettings.Longest.TotalHours;
        if (overlapHours is { } hours && !(hours >= 0 && hours <= most)) return Results.BadRequest(new Problem($"overlapHours 必须是 0 到 {most}"));
        var overlap = overlapHours is { } given ? TimeSpan.FromHours(given) : (TimeSpan?)null;
        var answer = await Grain(grains, group).RotateKey(overlap, Name(user));
        if (answer.Refusal != Refusal.None) return Missing(answer.Refusal);
        await UseNowAsync(keys);
        response.Headers.CacheControl = "no-store";
        return Results.Ok(new StationKeyView(RouteText.Of(group), answer.Key!, answer.FormerUntil));
    }

    public static async Task<IResult> Clear(string group, IGrainFactory grains, StationKeyRing keys, ClaimsPrincipal user)
    {
        var refusal = await Grain(grains, group).ClearKey(Name(user));
        if (refusal != Refusal.None) return Missing(refusal);
        await UseNowAsync(keys);
        return Results.NoContent();
    }

    /// <summary>This gateway knows at once; others, and this one if it cannot read now, when they next look.</summary>
    private static async Task UseNowAsync(StationKeyRing keys)
    {
        try
        {
            await keys.RefreshAsync();
        }
        catch (StorageUnavailableException)
        {
            // the change is made all the same, and a new key must be told
        }
    }

    private static IResult Missing(Refusal refusal) => Results.NotFound(new Problem(ServiceReplies.Words(refusal)));

    private static string Name(ClaimsPrincipal user) => user.Identity?.Name ?? "?";

    private static IAmmeterGroupGrain Grain(IGrainFactory grains, string group) => grains.GetGrain<IAmmeterGroupGrain>(RouteText.Of(group));
}

/// <summary>A station's new key, told once.</summary>
/// <param name="Group">The station.</param>
/// <param name="Key">What it must send as X-Station-Key.</param>
/// <param name="FormerUntil">Until then the keys before are good as well; null when they are not.</param>
public sealed record StationKeyView(string Group, string Key, DateTimeOffset? FormerUntil)
{
    /// <summary>Without the key: what is printed ends up in logs.</summary>
    public override string ToString() => $"{nameof(StationKeyView)} {Group}";
}
