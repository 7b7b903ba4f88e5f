using Microsoft.AspNetCore.Http.Features;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Grains.Cluster;
using Sems.Grains.Wechat;

namespace Sems.Gateway.WeChat;

/// <summary>What WeChat calls: to see that the address is ours (GET), and with what people write and do (POST).</summary>
internal static class CallbackEndpoints
{
    public static async Task<IResult> Echo(HttpContext context, WechatSettings settings, CallbackDoor door, IGrainFactory grains)
    {
        if (!settings.IsConfigured) return Results.NotFound();
        var query = context.Request.Query;
        if (door.Fault(query) is not null) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await door.TakeAsync(grains, CallbackDoor.Identity(query), null) != WechatAdmission.New) return Results.StatusCode(StatusCodes.Status403Forbidden);
        return Results.Text(query["echostr"].ToString());
    }

    public static async Task<IResult> Take(
        HttpContext context, WechatSettings settings, CallbackDoor door, CallbackDesk desk, IGrainFactory grains, MachineClock clock)
    {
        if (!settings.IsConfigured) return Results.NotFound();
        var query = context.Request.Query;
        if (door.Fault(query) is not null) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await ReadAsync(context) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (door.Open(query, body) is not { } message) return Results.StatusCode(StatusCodes.Status403Forbidden);

        var request = CallbackDoor.Identity(query);
        var admission = await door.TakeAsync(grains, request, message.Identity);
        if (admission == WechatAdmission.Replayed) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (admission == WechatAdmission.Repeated) return Results.Text(CallbackReply.Nothing);
        string? text;
        try
        {
            text = await desk.AnswerAsync(message, context.RequestAborted);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            await door.ForgetAsync(grains, request, message.Identity); // WeChat sends it again
            throw;
        }
        if (text is null) return Results.Text(CallbackReply.Nothing);
        var now = clock.Time.GetUtcNow();
        var reply = CallbackReply.Text(message, text, now);
        return Results.Text(door.Cipher is { } cipher ? CallbackReply.Encrypted(cipher, settings.Token, reply, now) : reply, "application/xml; charset=utf-8");
    }

    /// <summary>The body; null when it is too long.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > CallbackMessage.MostBytes) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = CallbackMessage.MostBytes;
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        return body.ToArray();
    }
}
