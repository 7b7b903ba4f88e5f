using Sems.GrainInterfaces;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>Looks at names and passwords of accounts of the console, by sign-in form and HTTP Basic alike.</summary>
public sealed class SignInDesk(
    AccountBook accounts, PasswordChecks passwords, PasswordAttempts attempts, IGrainFactory grains, TimeProvider time, ILogger<SignInDesk> log)
    : PasswordDesk<AccountRecord>(passwords, attempts, time, log)
{
    /// <inheritdoc />
    protected override ValueTask<AccountRecord?> FindAsync(string userName, CancellationToken cancel) => accounts.FindAsync(userName, cancel);

    /// <inheritdoc />
    protected override string? HashOf(AccountRecord account) => account.PasswordHash;

    /// <inheritdoc />
    protected override DateTimeOffset? LockedUntil(AccountRecord account) => account.LockedUntil;

    /// <inheritdoc />
    protected override int FailuresOf(AccountRecord account) => account.Failures;

    /// <inheritdoc />
    protected override bool MayUse(AccountRecord account) => !account.Disabled;

    /// <inheritdoc />
    protected override async Task<DateTimeOffset?> FailedAsync(AccountRecord account, string address, CancellationToken cancel)
    {
        var until = await Grain.SignInFailed(account.UserName, address);
        accounts.Forget(account.UserName);
        return until;
    }

    /// <inheritdoc />
    protected override async Task<(bool LetIn, AccountRecord? Now)> SignedInAsync(
        AccountRecord account, string? betterHash, string address, bool session, CancellationToken cancel)
    {
        var refusal = await Grain.SignedIn(new SignIn(account.UserName, account.PasswordHash, betterHash, address, session));
        accounts.Forget(account.UserName);
        return (refusal == AccountRefusal.None, await accounts.FindAsync(account.UserName, cancel));
    }

    private IAccountsGrain Grain => grains.GetGrain<IAccountsGrain>(IAccountsGrain.Key);
}
