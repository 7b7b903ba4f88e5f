using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Gateway.Admin;

/// <summary>HTTP Basic (RFC 7617) with an administrator's account, for scripts.</summary>
public sealed class BasicAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDatabaseReader database, VerifiedCredentials verified)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Basic";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Credentials(Request.Headers.Authorization.ToString()) is not { } given) return AuthenticateResult.NoResult();
        var hash = await database.Registry.FindAdministratorAsync(given.User, Context.RequestAborted);
        if (hash is null || !await verified.VerifyAsync(hash, given.Password, Context.RequestAborted)) return AuthenticateResult.Fail("Wrong user name or password");
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, given.User), new Claim(ClaimTypes.Role, "administrator")], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Basic realm=\"SEMS\", charset=\"UTF-8\"";
        await Response.WriteAsJsonAsync(new Problem("请用管理员账号登录"), AdminJson.Readable.Problem);
    }

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

/// <summary>
/// Checks passwords, and remembers for a while those that were right: hashing is slow on purpose and scripts ask often.
/// </summary>
public sealed class VerifiedCredentials(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, long> _good = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether the password has this stored hash.</summary>
    public async Task<bool> VerifyAsync(string storedHash, string password, CancellationToken cancel)
    {
        var key = Convert.ToHexString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(storedHash + "\n" + password)));
        if (_good.TryGetValue(key, out var since) && time.GetElapsedTime(since) < Kept) return true;
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (!AdministratorAccount.Verify(storedHash, password)) return false;
        }
        finally
        {
            _oneAtATime.Release();
        }
        if (_good.Count >= Most) _good.Clear();
        _good[key] = time.GetTimestamp();
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _oneAtATime.Dispose();
}
