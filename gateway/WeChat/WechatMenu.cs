using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Gateway.WeChat;

/// <summary>The account's menu, as WeChat takes it (menu/create).</summary>
internal sealed record WechatMenu(IReadOnlyList<WechatMenu.Item> Button)
{
    /// <summary>What stands under every chat with the account.</summary>
    /// <param name="publicBase">Where phones reach SEMS.</param>
    public static WechatMenu Of(string publicBase)
    {
        return new(
        [
            Page("充电", ""), Page("附近", "nearby"),
            new Item(null, "我的", SubButton: [Page("消费记录", "spending"), Page("绑定学号", "bind"), Click("现在状态", "STATUS"), Click("帮助", "HELP")]),
        ]);

        Item Page(string name, string page) => new("view", name, Url: $"{publicBase}/wechat/{page}");

        static Item Click(string name, string key) => new("click", name, Key: key);
    }

    /// <summary>Its JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, WechatMenuJson.Readable.WechatMenu);

    /// <summary>A button: it opens a page, tells us a key, or has more below it.</summary>
    internal sealed record Item(string? Type, string Name, string? Url = null, string? Key = null, IReadOnlyList<Item>? SubButton = null);
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(WechatMenu))]
internal sealed partial class WechatMenuJson : JsonSerializerContext
{
    public static readonly WechatMenuJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
