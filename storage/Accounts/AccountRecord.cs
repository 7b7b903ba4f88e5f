namespace Sems.Storage.Accounts;

/// <summary>An account of the operators' console.</summary>
/// <param name="UserName">As it is signed in with; letters count as written.</param>
/// <param name="PasswordHash">Of the password.</param>
/// <param name="Role">What it may do.</param>
/// <param name="SecurityStamp">Changes when every sign-in made before is to end.</param>
/// <param name="Disabled">It may not sign in, and is not signed in any more.</param>
/// <param name="MustChangePassword">Somebody else knows the password: nothing may be done before it is changed.</param>
/// <param name="CreatedAt">When it was made, or null where that is not known.</param>
/// <param name="LastSignInAt">When somebody last signed in, or null for never.</param>
/// <param name="Failures">Wrong passwords since the last right one.</param>
/// <param name="LockedUntil">Until when no password is looked at; may be past. Null when it is not locked.</param>
public sealed record AccountRecord(
    string UserName, string PasswordHash, AccountRole Role, string SecurityStamp, bool Disabled, bool MustChangePassword,
    DateTimeOffset? CreatedAt, DateTimeOffset? LastSignInAt = null, int Failures = 0, DateTimeOffset? LockedUntil = null)
{
    /// <summary>Whether it can do what only administrators can.</summary>
    public bool IsActiveAdministrator => Role == AccountRole.Administrator && !Disabled;
}
