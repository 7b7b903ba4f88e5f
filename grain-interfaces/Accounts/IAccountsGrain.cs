namespace Sems.GrainInterfaces;

/// <summary>
/// The accounts of administrators and operators: the one place that changes them. One grain, <see cref="Key"/>, so that of two changes the
/// second sees the first. Passwords never come here, only their hashes.
/// </summary>
[Alias("sems.IAccountsGrain")]
public interface IAccountsGrain : IGrainWithStringKey
{
    /// <summary>Its key.</summary>
    const string Key = "campus";

    /// <summary>Makes an account; its owner must choose a password at first.</summary>
    [Alias("Create")]
    Task<AccountRefusal> Create(NewAccount account);

    /// <summary>Changes what an account may do. Every sign-in of an account that is disabled ends.</summary>
    [Alias("Change")]
    Task<AccountRefusal> Change(AccountChange change);

    /// <summary>Gives an account another password; every sign-in made before ends, and a lock is taken off.</summary>
    [Alias("SetPassword")]
    Task<AccountRefusal> SetPassword(NewPassword password);

    /// <summary>Takes an account away.</summary>
    [Alias("Remove")]
    Task<AccountRefusal> Remove(string userName, string by);

    /// <summary>Ends every sign-in of an account.</summary>
    [Alias("SignOutEverywhere")]
    Task<AccountRefusal> SignOutEverywhere(string userName, string by);

    /// <summary>Somebody gave the right password. Refused where the account was locked, disabled or given another password meanwhile.</summary>
    [Alias("SignedIn")]
    Task<AccountRefusal> SignedIn(SignIn signIn);

    /// <summary>Somebody gave a wrong password: counted, and after several in a row the account is locked for a while.</summary>
    /// <param name="userName">Whose.</param>
    /// <param name="address">From where.</param>
    /// <returns>Until when it is locked, or null.</returns>
    [Alias("SignInFailed")]
    Task<DateTimeOffset?> SignInFailed(string userName, string address);
}
