using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sems.Simulator.WeChat.Api;

/// <summary>Replies as WeChat writes them: status 200 whatever is wrong, and the error in the JSON.</summary>
public static class WechatReply
{
    /// <summary>A JSON object.</summary>
    public static IResult Json(JsonObject body) => Results.Text(body.ToJsonString(), "application/json; encoding=utf-8");

    /// <summary>An error, or 0 for "ok".</summary>
    /// <param name="errcode">WeChat's number.</param>
    /// <param name="detail">What its words go on with.</param>
    public static IResult Error(int errcode, string? detail = null) => Json(ErrorBody(errcode, detail));

    /// <inheritdoc cref="Error"/>
    public static JsonObject ErrorBody(int errcode, string? detail = null) =>
        new() { ["errcode"] = errcode, ["errmsg"] = errcode == 0 ? "ok" : $"{WechatErrors.Message(errcode)}{detail} rid: {RequestId()}" };

    /// <summary>The request's body as a JSON object; null where it is not one.</summary>
    public static async Task<JsonElement?> ReadAsync(HttpRequest request)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted).ConfigureAwait(false);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text of a JSON object; null where it is not there or no text.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string RequestId() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetHexString(8, lowercase: true)));
}
