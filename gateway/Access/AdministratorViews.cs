namespace Sems.Gateway.Access;

/// <summary>A page of accounts.</summary>
public sealed record AdministratorPage(IReadOnlyList<AdministratorView> Items, long Total);

/// <summary>An account of the console.</summary>
/// <param name="Role">operator or administrator.</param>
/// <param name="CreatedAt">Null where that is not known.</param>
/// <param name="LockedUntil">After too many wrong passwords; null when it is not locked now.</param>
public sealed record AdministratorView(
    string UserName, string Role, bool Disabled, DateTimeOffset? CreatedAt, DateTimeOffset? LastSignInAt, DateTimeOffset? LockedUntil, bool MustChangePassword);

/// <summary>An account to be made.</summary>
/// <param name="Role">operator or administrator.</param>
/// <param name="Password">Its first password, which its owner must change; null to have one made.</param>
public sealed record NewAccountRequest(string UserName, string Role, string? Password);

/// <summary>An account that was made.</summary>
/// <param name="Password">Shown this once; null when it was given.</param>
public sealed record NewAccountView(string UserName, string? Password);

/// <summary>What an account may do from now on; null leaves it as it is.</summary>
/// <param name="Role">operator or administrator.</param>
public sealed record AccountChangeRequest(string? Role, bool? Disabled);

/// <summary>A password that was made. Shown this once; its owner must change it.</summary>
public sealed record NewPasswordView(string Password);
