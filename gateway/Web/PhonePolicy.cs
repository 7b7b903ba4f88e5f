using Sems.Grains.Wechat;

namespace Sems.Gateway.Web;

/// <summary>What the phone pages may besides the others: run WeChat's script, where there is an account, and be shown in a frame of who is named.</summary>
/// <param name="Scripts">Where WeChat's script comes from; null for nowhere.</param>
/// <param name="Ancestors">Who may show them in a frame; null for nobody.</param>
public sealed record PhonePolicy(string? Scripts, string? Ancestors)
{
    /// <summary>As it is set.</summary>
    /// <exception cref="FormatException">A setting is not understood.</exception>
    public static PhonePolicy Of(WechatSettings settings, IConfiguration configuration) =>
        new(settings.IsConfigured ? FramePolicy.Origin("WeChat:ScriptBase", settings.ScriptBase) : null, FramePolicy.Read(configuration));
}
