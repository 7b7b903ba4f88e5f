namespace Sems.GrainInterfaces;

/// <summary>An account to be made.</summary>
/// <param name="UserName">Its name.</param>
/// <param name="PasswordHash">Of its first password.</param>
/// <param name="IsAdministrator">Otherwise it is an operator's.</param>
/// <param name="By">Which administrator makes it.</param>
[GenerateSerializer, Immutable, Alias("sems.NewAccount")]
public sealed record NewAccount(
    [property: Id(0)] string UserName, [property: Id(1)] string PasswordHash, [property: Id(2)] bool IsAdministrator, [property: Id(3)] string By);

/// <summary>A change of what an account may do; null leaves it as it is.</summary>
/// <param name="UserName">Whose.</param>
/// <param name="IsAdministrator">The new role: an administrator's or an operator's.</param>
/// <param name="Disabled">Whether it may not sign in.</param>
/// <param name="By">Which administrator makes it.</param>
[GenerateSerializer, Immutable, Alias("sems.AccountChange")]
public sealed record AccountChange(
    [property: Id(0)] string UserName, [property: Id(1)] bool? IsAdministrator, [property: Id(2)] bool? Disabled, [property: Id(3)] string By);

/// <summary>Another password for an account.</summary>
/// <param name="UserName">Whose.</param>
/// <param name="PasswordHash">Its hash.</param>
/// <param name="FormerHash">The hash of the password its owner has shown to know; null when an administrator sets it, whose owner must then choose one.</param>
/// <param name="By">Who.</param>
[GenerateSerializer, Immutable, Alias("sems.NewPassword")]
public sealed record NewPassword(
    [property: Id(0)] string UserName, [property: Id(1)] string PasswordHash, [property: Id(2)] string? FormerHash, [property: Id(3)] string By);

/// <summary>A right password was given.</summary>
/// <param name="UserName">Whose.</param>
/// <param name="PasswordHash">The hash it was found to have.</param>
/// <param name="BetterHash">The same password hashed as it is today, to be kept instead; or null.</param>
/// <param name="Address">From where.</param>
/// <param name="Session">It begins a sign-in, which is written down; otherwise it is one request's.</param>
[GenerateSerializer, Immutable, Alias("sems.SignIn")]
public sealed record SignIn(
    [property: Id(0)] string UserName, [property: Id(1)] string PasswordHash, [property: Id(2)] string? BetterHash, [property: Id(3)] string Address,
    [property: Id(4)] bool Session);
