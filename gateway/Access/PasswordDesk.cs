using Microsoft.AspNetCore.Identity;
using Sems.Gateway.Service.Limits;

namespace Sems.Gateway.Access;

/// <summary>Looks at names and passwords: limits first, the slow comparison last.</summary>
/// <typeparam name="T">Whose passwords they are.</typeparam>
public abstract partial class PasswordDesk<T>(PasswordChecks passwords, PasswordAttempts attempts, TimeProvider time, ILogger log) where T : class
{
    private const int LongestPassword = 200;

    /// <summary>Compares.</summary>
    /// <param name="context">The request that brings them.</param>
    /// <param name="userName">Whose password it is said to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="session">A sign-in begins with it, which is written down; otherwise it is for one request.</param>
    /// <param name="cancel">Whoever asks went away.</param>
    public async Task<SignInResult<T>> CheckAsync(HttpContext context, string userName, string password, bool session, CancellationToken cancel)
    {
        var account = await FindAsync(userName, cancel);
        if (account is not null && Lock(LockedUntil(account)) is { } locked) return locked;
        var hash = account is null ? null : HashOf(account);
        if (!session && account is not null && hash is not null && MayUse(account) && passwords.IsKnown(hash, password))
            return await RightAsync(context, account, password, session, rehash: false, cancel);
        if (!attempts.TryTake(context, out var wait)) return new SignInResult<T>(SignInOutcome.TooMany, Wait: wait);
        if (password.Length > LongestPassword) password = ""; // it is nobody's, and hashing it would be long

        var result = await passwords.CheckAsync(hash, password, cancel);
        if (result is null) return new SignInResult<T>(SignInOutcome.TooMany, Wait: TimeSpan.FromSeconds(1));
        if (account is null)
        {
            LogUnknown(log, Address(context));
            return new SignInResult<T>(SignInOutcome.Wrong);
        }
        if (result == PasswordVerificationResult.Failed)
            return Lock(await FailedAsync(account, Address(context), cancel)) ?? new SignInResult<T>(SignInOutcome.Wrong);
        if (!MayUse(account)) return new SignInResult<T>(SignInOutcome.Wrong);
        return await RightAsync(context, account, password, session, rehash: result == PasswordVerificationResult.SuccessRehashNeeded, cancel);
    }

    /// <summary>Whose name it is, or null.</summary>
    protected abstract ValueTask<T?> FindAsync(string userName, CancellationToken cancel);

    /// <summary>The hash of the password; null for one who has none.</summary>
    protected abstract string? HashOf(T account);

    /// <summary>Until when none of the passwords is looked at.</summary>
    protected abstract DateTimeOffset? LockedUntil(T account);

    /// <summary>Wrong passwords since the last right one.</summary>
    protected abstract int FailuresOf(T account);

    /// <summary>Whether somebody with the right password is let in.</summary>
    protected abstract bool MayUse(T account);

    /// <summary>A wrong password is counted.</summary>
    /// <returns>Until when the account is locked, or null.</returns>
    protected abstract Task<DateTimeOffset?> FailedAsync(T account, string address, CancellationToken cancel);

    /// <summary>A right password is written down.</summary>
    /// <returns>The account as it is now, and whether it is let in.</returns>
    protected abstract Task<(bool LetIn, T? Now)> SignedInAsync(T account, string? betterHash, string address, bool session, CancellationToken cancel);

    private async Task<SignInResult<T>> RightAsync(HttpContext context, T account, string password, bool session, bool rehash, CancellationToken cancel)
    {
        if (!session && FailuresOf(account) == 0 && !rehash) return new SignInResult<T>(SignInOutcome.Right, account); // nothing to write down
        var better = rehash ? await passwords.HashAsync(password, cancel) : null;
        var (letIn, now) = await SignedInAsync(account, better, Address(context), session, cancel);
        if (letIn && now is not null && MayUse(now)) return new SignInResult<T>(SignInOutcome.Right, now);
        return (now is null ? null : Lock(LockedUntil(now))) ?? new SignInResult<T>(SignInOutcome.Wrong);
    }

    private SignInResult<T>? Lock(DateTimeOffset? until) =>
        until - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? new SignInResult<T>(SignInOutcome.Locked, Wait: left) : null;

    private static string Address(HttpContext context) => ClientAddress.Of(context.Connection.RemoteIpAddress).ToString();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A password for an account that is not there, from {Address}")]
    private static partial void LogUnknown(ILogger log, string address);
}
