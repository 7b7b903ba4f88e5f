using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Student.Access;

/// <summary>What needs the password once more: another password, and the end of everything.</summary>
internal static class StudentPasswords
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/password", ChangePassword).WithSummary("A new password for oneself; sign-ins by the one before end, but this browser's").Produces(204)
            .Produces<AccessProblem>(400).Produces<Problem>(409).Produces<AccessProblem>(423);
        api.MapDelete("/me", Erase)
            .WithSummary("Erases what is known of oneself: number and card stay in the roster, not registered; charges and bills stay without whose they were")
            .Produces(204).Produces<AccessProblem>(400).Produces<Problem>(409).Produces<AccessProblem>(423);
    }

    /// <summary>What is wrong with a password, or null.</summary>
    public static string? Fault(string? password, string number, string userName) =>
        PasswordRule.Fault(password, userName) ?? (password == number ? "密码不能与学号相同" : null);

    private static async Task<IResult> ChangePassword(
        PasswordRequest request, HttpContext context, StudentDesk desk, PasswordChecks passwords, StudentBook students, StudentSignIn signIn, IGrainFactory grains,
        CancellationToken cancel)
    {
        var number = StudentUser.Number(context.User);
        if (Fault(request.Password, number, context.User.FindFirstValue(StudentClaims.UserName) ?? "") is { } fault) return Results.BadRequest(new Problem(fault));
        if (request.Password == request.Current) return Results.BadRequest(new Problem("新密码不能与当前密码相同"));
        var shown = await desk.CheckAsync(context, number, request.Current ?? "", session: false, cancel);
        if (RefusedResult.Of(shown.Outcome, shown.Wait, Refusals.WrongCurrent, StatusCodes.Status400BadRequest) is { } refused) return refused;
        if (await passwords.HashAsync(request.Password, cancel) is not { } hash) return RefusedResult.Busy;

        var refusal = await grains.GetGrain<IStudentGrain>(number).ChangePassword(hash, shown.Account!.PasswordHash!);
        students.Forget(number);
        if (refusal != AccountRefusal.None) return Stale;
        await signIn.RenewAsync(context);
        return Results.NoContent();
    }

    private static async Task<IResult> Erase(
        [FromBody] EraseRequest request, HttpContext context, StudentDesk desk, StudentBook students, StudentSignIn signIn, IGrainFactory grains, CancellationToken cancel)
    {
        var number = StudentUser.Number(context.User);
        var shown = await desk.CheckAsync(context, number, request.Password ?? "", session: false, cancel);
        if (RefusedResult.Of(shown.Outcome, shown.Wait, new AccessProblem("密码不正确", "credentials"), StatusCodes.Status400BadRequest) is { } refused) return refused;

        var refusal = await grains.GetGrain<IErasureGrain>(number).Erase(shown.Account!.PasswordHash!);
        students.Forget(number);
        switch (refusal)
        {
            case EraseRefusal.None:
                await signIn.SignOutAsync(context);
                return Results.NoContent();
            case EraseRefusal.SessionOpen:
                return Results.Conflict(new Problem("您还有正在进行的充电，请先结束充电"));
            case EraseRefusal.BillUnpaid:
                return Results.Conflict(new Problem("您还有未支付的账单，请先支付"));
            default:
                return Stale;
        }
    }

    private static IResult Stale => Results.Conflict(new Problem("账号刚被修改，请重新登录后再试"));
}
