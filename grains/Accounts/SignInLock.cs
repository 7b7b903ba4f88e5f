using Sems.Storage.Accounts;
using Sems.Storage.Registry;

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

    /// <inheritdoc cref="IsLocked(AccountRecord, DateTimeOffset)"/>
    public static bool IsLocked(StudentRecord student, DateTimeOffset now) => student.LockedUntil > now;

    /// <summary>The account after one more wrong password.</summary>
    public static AccountRecord Failed(AccountRecord account, DateTimeOffset now)
    {
        var next = new SignInTries(account.Failures, account.LockedUntil).Failed(now);
        return account with { Failures = next.Failures, LockedUntil = next.LockedUntil };
    }

    /// <summary>The student after one more wrong password.</summary>
    public static StudentRecord Failed(StudentRecord student, DateTimeOffset now)
    {
        var next = new SignInTries(student.Failures, student.LockedUntil).Failed(now);
        return student with { Failures = next.Failures, LockedUntil = next.LockedUntil };
    }

    /// <summary>The account after a right password.</summary>
    public static AccountRecord Succeeded(AccountRecord account) => account with { Failures = 0, LockedUntil = null };

    /// <summary>The student after a right password.</summary>
    public static StudentRecord Succeeded(StudentRecord student) => student with { Failures = 0, LockedUntil = null };

    internal static TimeSpan Duration(int failures)
    {
        var doubled = failures - Tries;
        return doubled >= 4 ? Longest : First * (1 << doubled);
    }
}
