using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>The sign-in of an administrator's or operator's browser: <see cref="Idle"/> after the last request, <see cref="Longest"/> in all.</summary>
internal sealed class CookieSignIn(AccountBook accounts) : SignInCookie(SchemeName, Longest)
{
    public const string SchemeName = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Cookie = "sems_session";
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void Configure(CookieAuthenticationOptions options) => Configure<CookieSignIn>(options, Cookie, Idle);

    /// <summary>Signs in, from now on and for the rest of this request.</summary>
    public static Task SignInAsync(HttpContext context, AccountRecord account, TimeProvider clock) =>
        SignInAsync(context, SchemeName, SignInClaims.Of(account, SchemeName), clock);

    protected override async ValueTask<ClaimsPrincipal?> RenewedAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.Identity?.Name is { } name && await accounts.FindAsync(name, cancel) is { } account && AccountBook.IsValid(account, user)
            ? SignInClaims.Of(account, SchemeName)
            : null;
}
