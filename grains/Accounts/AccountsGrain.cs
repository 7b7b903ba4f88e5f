using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Accounts;
using Sems.Storage.Audit;

namespace Sems.Grains.Accounts;

/// <summary>Changes accounts, one change after the other. It holds nothing: accounts are storage's.</summary>
public sealed partial class AccountsGrain(IDatabase database, TimeProvider time, ILogger<AccountsGrain> log) : Grain, IAccountsGrain
{
    /// <summary>A stamp no account had before.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <inheritdoc />
    public async Task<AccountRefusal> Create(NewAccount account)
    {
        var row = new AccountRecord(
            account.UserName, account.PasswordHash, Role(account.IsAdministrator), NewStamp(), Disabled: false, MustChangePassword: true, time.GetUtcNow());
        return Told(AuditWords.AccountCreated, account.UserName, account.By, await database.Accounts.AddAsync(row, Act(account.By, AuditWords.AccountCreated)));
    }

    /// <inheritdoc />
    public Task<AccountRefusal> Change(AccountChange change) => ChangeAsync(change.UserName, change.By, AuditWords.AccountChanged, account =>
    {
        var next = account with
        {
            Role = change.IsAdministrator is { } administrator ? Role(administrator) : account.Role,
            Disabled = change.Disabled ?? account.Disabled,
        };
        return next.Disabled && !account.Disabled ? next with { SecurityStamp = NewStamp() } : next;
    });

    /// <inheritdoc />
    public async Task<AccountRefusal> SetPassword(NewPassword password)
    {
        var what = password.FormerHash is null ? AuditWords.PasswordReset : AuditWords.PasswordChanged;
        var stale = false;
        var refusal = await ChangeAsync(password.UserName, password.By, what, account =>
        {
            stale = password.FormerHash is { } former && former != account.PasswordHash;
            return stale ? account : SignInLock.Succeeded(account) with
            {
                PasswordHash = password.PasswordHash,
                MustChangePassword = password.FormerHash is null,
                SecurityStamp = NewStamp(),
            };
        });
        return stale ? AccountRefusal.Stale : refusal;
    }

    /// <inheritdoc />
    public async Task<AccountRefusal> Remove(string userName, string by) =>
        Told(AuditWords.AccountRemoved, userName, by, await database.Accounts.RemoveAsync(userName, Act(by, AuditWords.AccountRemoved)));

    /// <inheritdoc />
    public Task<AccountRefusal> SignOutEverywhere(string userName, string by) =>
        ChangeAsync(userName, by, AuditWords.SignedOutEverywhere, account => account with { SecurityStamp = NewStamp() });

    /// <inheritdoc />
    public async Task<AccountRefusal> SignedIn(SignIn signIn)
    {
        var now = time.GetUtcNow();
        var refusal = AccountRefusal.None;
        var act = signIn.Session ? Act(signIn.UserName, AuditWords.SignedIn) : null;
        var outcome = await database.Accounts.ChangeAsync(
            signIn.UserName,
            account =>
            {
                refusal = SignInLock.IsLocked(account, now) ? AccountRefusal.Locked
                    : account.Disabled || account.PasswordHash != signIn.PasswordHash ? AccountRefusal.Stale
                    : AccountRefusal.None;
                return refusal != AccountRefusal.None ? account : SignInLock.Succeeded(account) with
                {
                    PasswordHash = signIn.BetterHash ?? account.PasswordHash,
                    LastSignInAt = signIn.Session ? now : account.LastSignInAt,
                };
            },
            act, From(signIn.Address));
        return outcome == AccountOutcome.Unknown ? AccountRefusal.Unknown : refusal;
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> SignInFailed(string userName, string address)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = null;
        await database.Accounts.ChangeAsync(
            userName,
            account =>
            {
                var next = SignInLock.Failed(account, now);
                until = next.LockedUntil;
                return next;
            },
            Act(userName, AuditWords.SignInFailed), From(address));
        LogFailed(userName, address, until);
        return until > now ? until : null;
    }

    private static AccountRole Role(bool isAdministrator) => isAdministrator ? AccountRole.Administrator : AccountRole.Operator;

    private static string From(string address) => JsonSerializer.Serialize(new SignInOrigin(address), AccountsJson.Default.SignInOrigin);

    private async Task<AccountRefusal> ChangeAsync(string userName, string by, string what, Func<AccountRecord, AccountRecord> change) =>
        Told(what, userName, by, await database.Accounts.ChangeAsync(userName, change, Act(by, what)));

    private AccountRefusal Told(string what, string userName, string by, AccountOutcome outcome)
    {
        if (outcome == AccountOutcome.Changed) LogChanged(what, userName, by);
        return outcome switch
        {
            AccountOutcome.Changed or AccountOutcome.Unchanged => AccountRefusal.None,
            AccountOutcome.Unknown => AccountRefusal.Unknown,
            AccountOutcome.Taken => AccountRefusal.Taken,
            AccountOutcome.LastAdministrator => AccountRefusal.LastAdministrator,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of a change of an account"),
        };
    }

    private AuditAct Act(string by, string what) => new(by, what, time.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Information, Message = "{What} of account {Account} by {By}")]
    private partial void LogChanged(string what, string account, string by);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong password for account {Account} from {Address}; locked until {Until}")]
    private partial void LogFailed(string account, string address, DateTimeOffset? until);
}
