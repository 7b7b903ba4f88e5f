namespace Sems.Grains.Accounts;

/// <summary>Wrong tries in a row, of whatever <see cref="SignInLock"/> keeps from guessing.</summary>
/// <param name="Failures">Wrong ones since the last right one.</param>
/// <param name="LockedUntil">Until when none is looked at; may be past. Null when there is no lock.</param>
public readonly record struct SignInTries(int Failures, DateTimeOffset? LockedUntil)
{
    /// <summary>After one more wrong one. One given before the lock and read after it does not count.</summary>
    public SignInTries Failed(DateTimeOffset now)
    {
        if (LockedUntil > now) return this;
        var failures = Failures + 1;
        return new SignInTries(failures, failures < SignInLock.Tries ? null : now + SignInLock.Duration(failures));
    }
}
