using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>HTTP Basic (RFC 7617) with an account, for scripts.</summary>
public sealed class BasicAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignInDesk desk)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Basic";

    private SignInResult<AccountRecord>? _refused;

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Credentials(Request.Headers.Authorization.ToString()) is not { } given) return AuthenticateResult.NoResult();
        if (IsOfForeignPage) return AuthenticateResult.Fail("A page of another site sent it");
        var result = await desk.CheckAsync(Context, given.User, given.Password, session: false, Context.RequestAborted);
        if (result is { Outcome: SignInOutcome.Right, Account: { } account })
            return AuthenticateResult.Success(new AuthenticationTicket(SignInClaims.Of(account, SchemeName), SchemeName));
        _refused = result;
        return AuthenticateResult.Fail("Wrong user name or password");
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => _refused switch
    {
        { Outcome: SignInOutcome.Locked, Wait: var wait } => Refusals.WriteAsync(Context, StatusCodes.Status423Locked, Refusals.Locked(wait)),
        { Outcome: SignInOutcome.TooMany, Wait: var wait } => Refusals.WriteAsync(Context, StatusCodes.Status429TooManyRequests, Refusals.TooMany(wait)),
        _ when IsOfForeignPage => Refusals.ForeignAsync(Context),
        _ => Refusals.SignedOutAsync(Context),
    };

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.ForbiddenAsync(Context);

    /// <summary>A browser adds passwords it has kept to requests of any page; it says whose the page is.</summary>
    private bool IsOfForeignPage => Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static (string User, string Password)? Credentials(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || header.Length > 1024) return null;
        Span<byte> bytes = stackalloc byte[1024];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.IndexOf(':');
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}
