namespace Sems.Gateway.Student.Access;

/// <summary>How a student signed in.</summary>
public enum StudentSignInBy
{
    /// <summary>By user name or student number and password: ends with the password.</summary>
    Password,

    /// <summary>By WeChat's OAuth: ends with the binding.</summary>
    Wechat,
}
