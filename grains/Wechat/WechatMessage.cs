using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Grains.Wechat;

/// <summary>A template message as WeChat takes it (message/template/send).</summary>
internal sealed record WechatMessage(
    string Touser, string TemplateId, string Url, string ClientMsgId, IReadOnlyDictionary<string, WechatMessage.Field> Data)
{
    /// <summary>What to send.</summary>
    /// <param name="openid">To whom.</param>
    /// <param name="template">By which template.</param>
    /// <param name="link">The page it leads to.</param>
    /// <param name="pushId">WeChat drops what comes with the same one within ten minutes.</param>
    /// <param name="fields">What it says.</param>
    public static string Json(string openid, string template, string link, long pushId, IReadOnlyDictionary<string, string> fields) => JsonSerializer.Serialize(
        new WechatMessage(openid, template, link, pushId.ToString(CultureInfo.InvariantCulture), fields.ToDictionary(f => f.Key, f => new Field(f.Value))),
        WechatMessageJson.Readable.WechatMessage);

    /// <summary>A field's text.</summary>
    internal sealed record Field(string Value);
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(WechatMessage))]
internal sealed partial class WechatMessageJson : JsonSerializerContext
{
    public static readonly WechatMessageJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
