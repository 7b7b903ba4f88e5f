using System.Text.Json.Serialization;

namespace Sems.Gateway.Student.Access;

/// <summary>Which student is signed in, and what a page needs to begin.</summary>
/// <param name="User">Null for nobody.</param>
/// <param name="Antiforgery">To be sent as X-SEMS-Antiforgery with whatever changes something; another one after signing in or out.</param>
/// <param name="Now">The time, by the campus's clock.</param>
/// <param name="Version">The program's.</param>
/// <param name="Wechat">What WeChat has to do with it.</param>
public sealed record StudentSessionView(StudentSessionUserView? User, string Antiforgery, DateTimeOffset Now, string Version, WechatSessionView Wechat);

/// <summary>A student who is signed in.</summary>
/// <param name="By">password or wechat.</param>
public sealed record StudentSessionUserView(string StudentNumber, string UserName, string By);

/// <summary>WeChat, as far as signing in goes.</summary>
/// <param name="Configured">There is an official account.</param>
/// <param name="OpenidKnown">This browser has proven an openid that is not bound yet.</param>
/// <param name="Login">Who is signed out should go to /wechat/oauth.</param>
public sealed record WechatSessionView(bool Configured, bool OpenidKnown, bool Login);

/// <summary>A student's sign-in.</summary>
/// <param name="UserName">User name or student number.</param>
public sealed record StudentSignInRequest(string? UserName, string? Password);

/// <summary>JSON of students' sign-in and accounts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StudentSessionView))]
[JsonSerializable(typeof(StudentSignInRequest))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(EraseRequest))]
[JsonSerializable(typeof(MeRequest))]
[JsonSerializable(typeof(MeView))]
[JsonSerializable(typeof(StudentControlRequest))]
[JsonSerializable(typeof(LeftRequest))]
public sealed partial class StudentAccessJson : JsonSerializerContext;
