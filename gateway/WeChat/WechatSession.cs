using Sems.Gateway.Student.Access;
using Sems.Grains.Wechat;

namespace Sems.Gateway.WeChat;

/// <summary>What WeChat has to do with signing in.</summary>
internal sealed class WechatSession(WechatSettings settings, ProvenOpenid proven) : IWechatSignIn
{
    /// <inheritdoc />
    public WechatSessionView View(HttpContext context) =>
        new(settings.IsConfigured, OpenidKnown: settings.IsConfigured && proven.Read(context) is not null, Login: settings.IsConfigured);
}
