using Sems.Gateway.Student.Access;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Grains.Wechat;
using Sems.Storage;

namespace Sems.Gateway.WeChat;

/// <summary>Signing in by WeChat: there, and back with a code for who it is. What fails leads to a page that says what to do.</summary>
internal sealed partial class OAuthEndpoints(
    WechatSettings settings, OAuthState states, ProvenOpenid proven, StudentSignIn signIn, StudentBook students, IDatabaseReader database, IGrainFactory grains,
    ILogger<OAuthEndpoints> log)
{
    private const int LongestCode = 256;

    /// <summary>GET /wechat/oauth</summary>
    public static IResult Leave(string? to, HttpContext context, OAuthEndpoints desk) => Results.Redirect(desk.Leave(context, PhonePage.Of(to)));

    /// <summary>GET /wechat/oauth/callback</summary>
    public static async Task<IResult> Return(string? code, string? state, HttpContext context, OAuthEndpoints desk) => Results.Redirect(await desk.ReturnAsync(context, code, state));

    private string Leave(HttpContext context, string page)
    {
        if (!settings.IsConfigured) return Fault("unconfigured", page);
        var state = states.Begin(context, page);
        return $"{settings.OAuthBase}/connect/oauth2/authorize?appid={Uri.EscapeDataString(settings.AppId!)}" +
            $"&redirect_uri={Uri.EscapeDataString(settings.PublicBase + "/wechat/oauth/callback")}&response_type=code&scope=snsapi_base&state={state}#wechat_redirect";
    }

    private async Task<string> ReturnAsync(HttpContext context, string? code, string? state)
    {
        if (!settings.IsConfigured) return Fault("unconfigured", PhonePage.Home);
        if (states.End(context, state) is not { } page) return Fault("state", PhonePage.Home);
        if (string.IsNullOrEmpty(code)) return Fault("denied", page);
        if (code.Length > LongestCode) return Fault("code", page);
        try
        {
            // A word that was used is not good again, also for who kept a copy of the cookie.
            if (await grains.GetGrain<IWechatCallbackGrain>(settings.AppId!).Take("oauth " + state, null) != WechatAdmission.New) return Fault("state", page);
            var answer = await grains.GetGrain<IWechatTokenGrain>(settings.AppId!).OpenidOf(code);
            if (answer.Value is { } openid) return await KnownAsync(context, openid, page);
            LogFailed(answer.Fault);
            return Fault(answer.Code is 40029 or 40163 or 41008 ? "code" : "wechat", page);
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            LogFailed(failure.Message);
            return Fault("wechat", page);
        }
    }

    /// <summary>WeChat says who it is: a student who has bound it, or nobody yet.</summary>
    private async Task<string> KnownAsync(HttpContext context, string openid, string page)
    {
        if (await database.Registry.FindWechatOwnerAsync(openid, context.RequestAborted) is { } owner)
        {
            students.Forget(owner);
            if (await students.FindAsync(owner, context.RequestAborted) is { } student && student.WechatOpenid == openid)
            {
                await signIn.SignInAsync(context, student, StudentSignInBy.Wechat);
                proven.Clear(context);
                return page;
            }
        }
        proven.Set(context, openid);
        return "/wechat/bind" + To(page);
    }

    private static string Fault(string fault, string page) => $"/wechat/sign-in?fault={fault}" + (page == PhonePage.Home ? "" : "&to=" + Uri.EscapeDataString(page));

    private static string To(string page) => page == PhonePage.Home ? "" : "?to=" + Uri.EscapeDataString(page);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be signed in by WeChat: {Reason}")]
    private partial void LogFailed(string? reason);
}
