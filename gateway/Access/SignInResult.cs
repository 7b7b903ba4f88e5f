namespace Sems.Gateway.Access;

/// <summary>What came of a name and a password.</summary>
/// <param name="Outcome">What.</param>
/// <typeparam name="T">Whose passwords they are.</typeparam>
/// <param name="Account">With <see cref="SignInOutcome.Right"/>: whose they are.</param>
/// <param name="Wait">With <see cref="SignInOutcome.Locked"/> and <see cref="SignInOutcome.TooMany"/>: how long.</param>
public readonly record struct SignInResult<T>(SignInOutcome Outcome, T? Account = null, TimeSpan Wait = default) where T : class;

/// <summary>What came of a name and a password.</summary>
public enum SignInOutcome
{
    /// <summary>They are an account's that may be used.</summary>
    Right,

    /// <summary>They are not; or the account is disabled.</summary>
    Wrong,

    /// <summary>Not looked at: too many wrong passwords for this account.</summary>
    Locked,

    /// <summary>Not looked at: too many passwords from this address, or at once.</summary>
    TooMany,
}
