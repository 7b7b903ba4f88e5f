using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>
/// The sign-in of a browser: a cookie that says whose it is, by which stamp, and since when. It lasts for <see cref="Idle"/> after the last
/// request and <see cref="Longest"/> in all, by the machine's clock: a demo's runs faster.
/// </summary>
internal sealed class CookieSignIn(AccountBook accounts) : CookieAuthenticationEvents
{
    public const string SchemeName = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Cookie = "sems_session";
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private const string Since = "since";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(CookieSignIn);
    }

    /// <summary>Signs in, from now on and for the rest of this request.</summary>
    public static async Task SignInAsync(HttpContext context, AccountRecord account, TimeProvider clock)
    {
        var user = SignInClaims.Of(account, SchemeName);
        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.Items[Since] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await context.SignInAsync(SchemeName, user, properties);
        context.User = user;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var now = context.Options.TimeProvider!.GetUtcNow();
        if (IsYoung(context.Properties, now) && user.Identity?.Name is { } name
            && await accounts.FindAsync(name, context.HttpContext.RequestAborted) is { } account && AccountBook.IsValid(account, user))
        {
            context.ReplacePrincipal(SignInClaims.Of(account, SchemeName));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SchemeName);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Refusals.SignedOutAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Refusals.ForbiddenAsync(context.HttpContext);

    private static bool IsYoung(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items.TryGetValue(Since, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        && now - DateTimeOffset.FromUnixTimeSeconds(since) < Longest;
}
