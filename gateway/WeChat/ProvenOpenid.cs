using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Sems.Grains.Cluster;

namespace Sems.Gateway.WeChat;

/// <summary>The openid that this browser has proven by OAuth and that is nobody's yet: kept in a cookie for <see cref="Kept"/>, by the machine's clock.</summary>
public sealed class ProvenOpenid(IDataProtectionProvider protection, MachineClock clock)
{
    /// <summary>How long it may take to sign in or register.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    internal const string Cookie = "sems_openid";
    private readonly IDataProtector _protector = protection.CreateProtector("sems.wechat.openid");

    /// <summary>The openid, or null.</summary>
    public string? Read(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Cookie, out var sealedText)) return null;
        try
        {
            var (until, openid) = _protector.Unprotect(sealedText).Split(' ', 2) is [var first, var second] ? (first, second) : ("0", "");
            return clock.Time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture) ? openid : null;
        }
        catch (CryptographicException)
        {
            return null; // made up, or of keys that are gone
        }
    }

    /// <summary>Keeps one.</summary>
    public void Set(HttpContext context, string openid)
    {
        var until = (clock.Time.GetUtcNow() + Kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Cookie, _protector.Protect($"{until} {openid}"), Options(context));
    }

    /// <summary>Takes it back: it is somebody's now.</summary>
    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        Path = "/",
    };
}
