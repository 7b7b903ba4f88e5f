using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Sems.Gateway.Access;

/// <summary>
/// The sign-in of a browser: a cookie that says whose it is, by which stamp, and since when. It lasts for a while after the last request and for
/// <paramref name="longest"/> in all, by the machine's clock: a demo's runs faster.
/// </summary>
internal abstract class SignInCookie(string scheme, TimeSpan longest) : CookieAuthenticationEvents
{
    private const string Since = "since";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var now = context.Options.TimeProvider!.GetUtcNow();
        if (IsYoung(context.Properties, now) && await RenewedAsync(context.Principal!, context.HttpContext.RequestAborted) is { } user)
        {
            context.ReplacePrincipal(user);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(scheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Refusals.SignedOutAsync(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Refusals.ForbiddenAsync(context.HttpContext);

    /// <summary>Whoever the cookie is of, as they are now; null when the sign-in does not stand any more.</summary>
    protected abstract ValueTask<ClaimsPrincipal?> RenewedAsync(ClaimsPrincipal user, CancellationToken cancel);

    protected static void Configure<TEvents>(CookieAuthenticationOptions options, string name, TimeSpan idle) where TEvents : SignInCookie
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(TEvents);
    }

    /// <summary>Signs in, from now on and for the rest of this request.</summary>
    protected static async Task SignInAsync(HttpContext context, string scheme, ClaimsPrincipal user, TimeProvider clock)
    {
        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.Items[Since] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await context.SignInAsync(scheme, user, properties);
        context.User = user;
    }

    private bool IsYoung(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items.TryGetValue(Since, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        && now - DateTimeOffset.FromUnixTimeSeconds(since) < longest;
}
