using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Sems.Grains.Cluster;

namespace Sems.Gateway.WeChat;

/// <summary>
/// What a browser takes along to WeChat's sign-in: a random word, which comes back by way of WeChat, and the page it goes on to. Both are kept in a cookie
/// for ten minutes, so that nobody can send somebody else's sign-in into this browser.
/// </summary>
internal sealed class OAuthState(IDataProtectionProvider protection, MachineClock clock)
{
    internal const string Cookie = "sems_oauth";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector("sems.wechat.oauth");

    /// <summary>Sets out; answers the word.</summary>
    public string Begin(HttpContext context, string page)
    {
        var word = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var until = (clock.Time.GetUtcNow() + Kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Cookie, _protector.Protect($"{word} {until} {page}"), Options(context));
        return word;
    }

    /// <summary>Comes back: the page to go on to, or null when it did not set out from this browser, or too long ago. The cookie is worth nothing afterwards.</summary>
    public string? End(HttpContext context, string? word)
    {
        context.Response.Cookies.Delete(Cookie, Options(context));
        if (!context.Request.Cookies.TryGetValue(Cookie, out var sealedText)) return null;
        try
        {
            return _protector.Unprotect(sealedText).Split(' ', 3) is [var own, var until, var page] && Signatures.Same(own, word)
                && clock.Time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture)
                ? page
                : null;
        }
        catch (CryptographicException)
        {
            return null; // made up, or of keys that are gone
        }
    }

    /// <summary>Lax: the browser comes back from another site.</summary>
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        Path = "/wechat/oauth",
    };
}
