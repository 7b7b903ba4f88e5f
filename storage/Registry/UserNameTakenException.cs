namespace Sems.Storage.Registry;

/// <summary>Another student has this user name.</summary>
public sealed class UserNameTakenException(string userName) : Exception($"the user name {userName} is taken")
{
    /// <summary>The name.</summary>
    public string UserName { get; } = userName;
}
