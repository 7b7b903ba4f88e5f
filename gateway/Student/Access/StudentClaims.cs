using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Sems.Gateway.Access;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Access;

/// <summary>What is known of a student who signed in. Made anew from the registry for every request: nothing but number, way and stamp is believed of a cookie.</summary>
internal static class StudentClaims
{
    public const string By = "by";
    public const string UserName = "user_name";

    public static ClaimsPrincipal Of(StudentRecord student, StudentSignInBy by) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, student.StudentNumber), // antiforgery tokens are bound to it
        new Claim(ClaimTypes.Name, "student/" + student.StudentNumber), // no account of the console has a slash
        new Claim(ClaimTypes.Role, AccessPolicies.Students),
        new Claim(By, Word(by)),
        new Claim(UserName, student.UserName ?? ""),
        new Claim(SignInClaims.Stamp, Stamp(student, by) ?? ""),
    ], StudentCookie.SchemeName));

    /// <summary>Whether a sign-in still stands.</summary>
    public static bool IsValid(StudentRecord student, ClaimsPrincipal user) =>
        ByOf(user) is { } by && Stamp(student, by) is { } stamp && user.FindFirstValue(SignInClaims.Stamp) == stamp;

    public static StudentSignInBy? ByOf(ClaimsPrincipal user) => user.FindFirstValue(By) switch
    {
        "password" => StudentSignInBy.Password,
        "wechat" => StudentSignInBy.Wechat,
        _ => null,
    };

    public static string Word(StudentSignInBy by) => by == StudentSignInBy.Wechat ? "wechat" : "password";

    /// <summary>Of what the sign-in stands on; null where there is nothing to stand on.</summary>
    private static string? Stamp(StudentRecord student, StudentSignInBy by)
    {
        if (student is { UserName: null } or { PasswordHash: null }) return null; // not registered, or not any more
        if (by == StudentSignInBy.Password) return Hash(student.PasswordHash);
        return student.WechatOpenid is { } openid ? Hash($"{openid} {student.WechatBoundAt?.ToUnixTimeMilliseconds()}") : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
