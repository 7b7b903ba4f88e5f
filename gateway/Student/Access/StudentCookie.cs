using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sems.Gateway.Access;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Access;

/// <summary>The sign-in of a student's browser: <see cref="Idle"/> after the last request, <see cref="Longest"/> in all.</summary>
internal sealed class StudentCookie(StudentBook students) : SignInCookie(SchemeName, Longest)
{
    public const string SchemeName = "Student";
    public const string Cookie = "sems_student";
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>Where students sign in, and nobody else.</summary>
    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments("/api/student") || request.Path.StartsWithSegments("/wechat");

    public static void Configure(CookieAuthenticationOptions options) => Configure<StudentCookie>(options, Cookie, Idle);

    /// <summary>Signs in, from now on and for the rest of this request.</summary>
    public static Task SignInAsync(HttpContext context, StudentRecord student, StudentSignInBy by, TimeProvider clock) =>
        SignInAsync(context, SchemeName, StudentClaims.Of(student, by), clock);

    protected override async ValueTask<ClaimsPrincipal?> RenewedAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        await students.FindAsync(user, cancel) is { } student && StudentClaims.ByOf(user) is { } by ? StudentClaims.Of(student, by) : null;
}
