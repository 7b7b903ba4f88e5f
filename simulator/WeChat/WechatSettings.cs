namespace Sems.Simulator.WeChat;

/// <summary>The settings by which a server of SEMS takes a stand-in for WeChat, as environment variables.</summary>
public static class WechatSettings
{
    /// <summary>The settings.</summary>
    /// <param name="standIn">The stand-in, running.</param>
    /// <param name="server">The server's own address, as phones reach it.</param>
    public static IReadOnlyDictionary<string, string> For(WechatStandIn standIn, Uri server)
    {
        var (address, account) = (Plain(standIn.Address), standIn.Account);
        var settings = new Dictionary<string, string>
        {
            ["WeChat__AppId"] = account.AppId,
            ["WeChat__AppSecret"] = account.AppSecret,
            ["WeChat__Token"] = account.Token,
            ["WeChat__ApiBase"] = address,
            ["WeChat__OAuthBase"] = address,
            ["WeChat__ScriptBase"] = address,
            ["WeChat__PublicBase"] = Plain(server),
            ["WeChat__Templates__AlreadyFinish"] = WechatTemplate.AlreadyFinish.Id,
            ["WeChat__Templates__PayFinish"] = WechatTemplate.PayFinish.Id,
            ["WeChat__Templates__Delay"] = WechatTemplate.Delay.Id,
            ["WeChat__Templates__Exception"] = WechatTemplate.Exception.Id,
            ["Push__Channel"] = "wechat",
            ["Web__FrameAncestors"] = address,
        };
        if (account.EncodingAesKey is { } key) settings["WeChat__EncodingAesKey"] = key;
        return settings;
    }

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
