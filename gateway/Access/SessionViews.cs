using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sems.Gateway.Access;

/// <summary>Who is signed in, and what a page needs to begin.</summary>
/// <param name="User">Null for nobody.</param>
/// <param name="Antiforgery">To be sent as X-SEMS-Antiforgery with whatever changes something; another one after signing in or out.</param>
/// <param name="Now">The time, by the campus's clock.</param>
/// <param name="Version">The program's.</param>
/// <param name="Engine">orleans or embedded.</param>
public sealed record SessionView(SessionUserView? User, string Antiforgery, DateTimeOffset Now, string Version, string Engine);

/// <summary>Who is signed in.</summary>
/// <param name="Name">User name.</param>
/// <param name="Role">operator or administrator.</param>
/// <param name="MustChangePassword">Everything else is refused until the password is changed.</param>
public sealed record SessionUserView(string Name, string Role, bool MustChangePassword);

/// <summary>A sign-in.</summary>
public sealed record SignInRequest(string UserName, string Password);

/// <summary>A new password for oneself.</summary>
/// <param name="Current">The one it has now.</param>
/// <param name="Password">10 to 128 characters; not the user name, none that everybody tries first.</param>
public sealed record PasswordRequest(string Current, string Password);

/// <summary>JSON of sign-in and accounts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AccessProblem))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(AdministratorPage))]
[JsonSerializable(typeof(AdministratorView))]
[JsonSerializable(typeof(NewAccountRequest))]
[JsonSerializable(typeof(NewAccountView))]
[JsonSerializable(typeof(AccountChangeRequest))]
[JsonSerializable(typeof(NewPasswordView))]
public sealed partial class AccessJson : JsonSerializerContext
{
    /// <summary>With Chinese written as it is.</summary>
    public static readonly AccessJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
