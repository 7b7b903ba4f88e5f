using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Sems.Gateway.Access;
using Sems.Grains.Cluster;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Access;

/// <summary>Signs students in and out, whoever has found out who they are, and tells who is signed in.</summary>
public sealed class StudentSignIn(StudentBook students, IAntiforgery antiforgery, MachineClock clock, TimeProvider time, IWechatSignIn? wechat = null)
{
    /// <summary>Signs in, from now on and for the rest of this request.</summary>
    public Task SignInAsync(HttpContext context, StudentRecord student, StudentSignInBy by)
    {
        students.Forget(student.StudentNumber);
        return StudentCookie.SignInAsync(context, student, by, clock.Time);
    }

    /// <summary>What the sign-in of this request stands on has become another: this browser stays signed in, by the same way.</summary>
    public async Task RenewAsync(HttpContext context)
    {
        if (StudentClaims.ByOf(context.User) is { } by && await students.FindAsync(StudentUser.Number(context.User), context.RequestAborted) is { } student)
            await SignInAsync(context, student, by);
    }

    /// <summary>Signs this browser out.</summary>
    public Task SignOutAsync(HttpContext context) => context.SignOutAsync(StudentCookie.SchemeName);

    /// <summary>Who is signed in, and what a page needs to begin.</summary>
    public async ValueTask<StudentSessionView> ViewAsync(HttpContext context)
    {
        var user = context.User.Identity is { IsAuthenticated: true } ? await students.FindAsync(context.User, context.RequestAborted) : null;
        return new StudentSessionView(
            user is null ? null : new StudentSessionUserView(user.StudentNumber, user.UserName!, StudentClaims.Word(StudentClaims.ByOf(context.User)!.Value)),
            antiforgery.GetAndStoreTokens(context).RequestToken!, time.GetUtcNow(), ProgramVersion.Text,
            wechat?.View(context) ?? new WechatSessionView(Configured: false, OpenidKnown: false, Login: false));
    }
}
