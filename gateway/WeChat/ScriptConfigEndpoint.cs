using System.Security.Cryptography;
using Sems.Gateway.Admin;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Grains.Wechat;

namespace Sems.Gateway.WeChat;

/// <summary>What a page configures the JS-SDK with.</summary>
internal static class ScriptConfigEndpoint
{
    private const int LongestUrl = 2_000;
    private static readonly string[] Apis = ["getLocation", "openLocation", "scanQRCode"];

    /// <summary>GET /api/student/wechat/config</summary>
    public static async Task<IResult> Config(string? url, WechatSettings settings, IGrainFactory grains, MachineClock clock)
    {
        if (!settings.IsConfigured) return Results.NotFound(new Problem("没有接入微信公众号"));
        if (!IsOurs(url, settings.PublicBase)) return Results.BadRequest(new Problem("url 必须是本站页面的地址，不含 # 及其后的部分"));
        var ticket = await grains.GetGrain<IWechatTokenGrain>(settings.AppId!).Ticket();
        if (ticket.Value is null) return Results.Json(new Problem("微信服务暂不可用，请稍后再试"), AdminJson.Readable.Problem, statusCode: StatusCodes.Status503ServiceUnavailable);
        var (timestamp, nonce) = (clock.Time.GetUtcNow().ToUnixTimeSeconds(), RandomNumberGenerator.GetHexString(16, lowercase: true));
        return Results.Ok(new ScriptConfigView(
            settings.AppId!, settings.ScriptBase + "/open/js/jweixin-1.6.0.js", timestamp, nonce, Signatures.OfPage(ticket.Value, nonce, timestamp, url!), Apis));
    }

    /// <summary>Whether somebody may have it signed: an address of ours and no other.</summary>
    internal static bool IsOurs(string? url, string publicBase) =>
        url is { Length: <= LongestUrl } && !url.Contains('#', StringComparison.Ordinal) && !url.Any(char.IsControl)
        && url.StartsWith(publicBase, StringComparison.Ordinal) && (url.Length == publicBase.Length || url[publicBase.Length] is '/' or '?');
}
