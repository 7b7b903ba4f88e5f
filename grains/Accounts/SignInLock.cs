using Sems.Storage.Accounts;

namespace Sems.Grains.Accounts;

/// <summary>
/// Wrong passwords lock an account: five in a row for a minute, each further one for twice as long, at most a quarter of an hour. A right one
/// makes all of it forgotten.
/// </summary>
public static class SignInLock
{
    /// <summary>Wrong passwords that lock.</summary>
    public const int Tries = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Whether no password is looked at now.</summary>
    public static bool IsLocked(AccountRecord account, DateTimeOffset now) => account.LockedUntil > now;

    /// <summary>The account after one more wrong password.</summary>
    public static AccountRecord Failed(AccountRecord account, DateTimeOffset now)
    {
        if (IsLocked(account, now)) return account; // given before the lock, read after it
        var failures = account.Failures + 1;
        return account with { Failures = failures, LockedUntil = failures < Tries ? null : now + Duration(failures) };
    }

    /// <summary>The account after a right password.</summary>
    public static AccountRecord Succeeded(AccountRecord account) => account with { Failures = 0, LockedUntil = null };

    private static TimeSpan Duration(int failures)
    {
        var doubled = failures - Tries;
        return doubled >= 4 ? Longest : First * (1 << doubled);
    }
}
