namespace Sems.GrainInterfaces;

/// <summary>Why an account was not changed, or nobody was signed in to it. The gateway has the words for each.</summary>
public enum AccountRefusal
{
    /// <summary>It was, now or before.</summary>
    None = 0,

    /// <summary>没有这个账号.</summary>
    Unknown = 1,

    /// <summary>There is an account of this name already, letters large or small.</summary>
    Taken = 2,

    /// <summary>It is the last administrator that is not disabled.</summary>
    LastAdministrator = 3,

    /// <summary>The password is another one by now, or the account was disabled meanwhile.</summary>
    Stale = 4,

    /// <summary>Too many wrong passwords; none is looked at for a while.</summary>
    Locked = 5,
}
