using Sems.Storage.Outbox;

namespace Sems.Grains.Wechat;

/// <summary>The campus's official account (公众号). It never shows its secrets: not as text, not in an error.</summary>
public sealed record WechatSettings
{
    /// <summary>None: nothing is asked of WeChat, and nothing is taken from it.</summary>
    public static readonly WechatSettings None = new();

    /// <summary>Which account; null when none is configured.</summary>
    public string? AppId { get; init; }

    /// <summary>What proves to WeChat that it is SEMS.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>What callbacks are signed with.</summary>
    public string Token { get; init; } = "";

    /// <summary>The key messages are encrypted with, 43 characters; null where they are plain.</summary>
    public string? EncodingAesKey { get; init; }

    /// <summary>Where WeChat's services are; no slash at the end, as with the other addresses.</summary>
    public string ApiBase { get; init; } = "https://api.weixin.qq.com";

    /// <summary>Where students are sent to be known.</summary>
    public string OAuthBase { get; init; } = "https://open.weixin.qq.com";

    /// <summary>Where the script of the JS-SDK comes from.</summary>
    public string ScriptBase { get; init; } = "https://res.wx.qq.com";

    /// <summary>Where phones reach SEMS.</summary>
    public string PublicBase { get; init; } = "";

    /// <summary>The id of each kind's template, where there is one.</summary>
    public IReadOnlyDictionary<PushKind, string> Templates { get; init; } = new Dictionary<PushKind, string>();

    /// <summary>For templates with names of their own: by kind, their field and which of ours it gets.</summary>
    public IReadOnlyDictionary<PushKind, IReadOnlyDictionary<string, string>> Fields { get; init; } =
        new Dictionary<PushKind, IReadOnlyDictionary<string, string>>();

    /// <summary>Whether there is an account.</summary>
    public bool IsConfigured => AppId is not null;

    /// <summary>Without secrets.</summary>
    public override string ToString() => $"WechatSettings {{ AppId = {AppId}, PublicBase = {PublicBase} }}";
}
