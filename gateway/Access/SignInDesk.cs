using Microsoft.AspNetCore.Identity;
using Sems.Gateway.Service.Limits;
using Sems.GrainInterfaces;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>Looks at names and passwords, by sign-in form and HTTP Basic alike: limits first, the slow comparison last.</summary>
public sealed partial class SignInDesk(
    AccountBook accounts, PasswordChecks passwords, PasswordAttempts attempts, IGrainFactory grains, TimeProvider time, ILogger<SignInDesk> log)
{
    private const int LongestPassword = 200;

    /// <summary>Compares.</summary>
    /// <param name="context">The request that brings them.</param>
    /// <param name="userName">Whose password it is said to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="session">A sign-in begins with it, which is written down; otherwise it is for one request.</param>
    /// <param name="cancel">Whoever asks went away.</param>
    public async Task<SignInResult> CheckAsync(HttpContext context, string userName, string password, bool session, CancellationToken cancel)
    {
        var account = await accounts.FindAsync(userName, cancel);
        if (account is not null && Lock(account.LockedUntil) is { } locked) return locked;
        if (!session && account is { Disabled: false } && passwords.IsKnown(account.PasswordHash, password))
            return await RightAsync(context, account, password, session, rehash: false, cancel);
        if (!attempts.TryTake(context, out var wait)) return new SignInResult(SignInOutcome.TooMany, Wait: wait);
        if (password.Length > LongestPassword) password = ""; // it is nobody's, and hashing it would be long

        var result = await passwords.CheckAsync(account?.PasswordHash, password, cancel);
        if (result is null) return new SignInResult(SignInOutcome.TooMany, Wait: TimeSpan.FromSeconds(1));
        if (account is null)
        {
            LogUnknown(Address(context));
            return new SignInResult(SignInOutcome.Wrong);
        }
        if (result == PasswordVerificationResult.Failed) return await FailedAsync(context, account);
        if (account.Disabled) return new SignInResult(SignInOutcome.Wrong);
        return await RightAsync(context, account, password, session, rehash: result == PasswordVerificationResult.SuccessRehashNeeded, cancel);
    }

    private async Task<SignInResult> FailedAsync(HttpContext context, AccountRecord account)
    {
        var until = await Grain.SignInFailed(account.UserName, Address(context));
        accounts.Forget(account.UserName);
        return Lock(until) ?? new SignInResult(SignInOutcome.Wrong);
    }

    private async Task<SignInResult> RightAsync(HttpContext context, AccountRecord account, string password, bool session, bool rehash, CancellationToken cancel)
    {
        if (!session && account.Failures == 0 && !rehash) return new SignInResult(SignInOutcome.Right, account); // nothing to write down
        var better = rehash ? await passwords.HashAsync(password, cancel) : null;
        var refusal = await Grain.SignedIn(new SignIn(account.UserName, account.PasswordHash, better, Address(context), session));
        accounts.Forget(account.UserName);
        var now = await accounts.FindAsync(account.UserName, cancel);
        if (refusal == AccountRefusal.None && now is { Disabled: false }) return new SignInResult(SignInOutcome.Right, now);
        return Lock(now?.LockedUntil) ?? new SignInResult(SignInOutcome.Wrong);
    }

    private SignInResult? Lock(DateTimeOffset? until) =>
        until - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? new SignInResult(SignInOutcome.Locked, Wait: left) : null;

    private IAccountsGrain Grain => grains.GetGrain<IAccountsGrain>(IAccountsGrain.Key);

    private static string Address(HttpContext context) => ClientAddress.Of(context.Connection.RemoteIpAddress).ToString();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A password for an account that is not there, from {Address}")]
    private partial void LogUnknown(string address);
}
