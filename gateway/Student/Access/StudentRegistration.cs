using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Registry;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Student.Access;

/// <summary>Students register themselves: number and card must be the same person's in the roster.</summary>
internal static class StudentRegistration
{
    private const int LongestName = FieldReader.LongestText;

    /// <summary>Whichever of the two is wrong.</summary>
    private static IResult Mismatch => Results.BadRequest(new Problem("学号与卡号不符，请核对后再试"));

    public static void Map(RouteGroupBuilder api) => api.MapPost("/register", Register).AllowAnonymous()
        .WithSummary("Registers a student of the roster who knows the own card, and signs in; mismatches are counted").Produces<StudentSessionView>()
        .Produces<Problem>(400).Produces<Problem>(409).Produces<AccessProblem>(423);

    private static async Task<IResult> Register(
        RegisterRequest request, HttpContext context, StudentAttempts attempts, PasswordChecks passwords, StudentBook students, StudentSignIn signIn,
        IGrainFactory grains, TimeProvider time, CancellationToken cancel)
    {
        var (number, card, name) = (FieldReader.Tidy(request.StudentNumber), FieldReader.Tidy(request.CardNumber), FieldReader.Tidy(request.UserName));
        if (Fault(number, card, name, request.Password) is { } fault) return Results.BadRequest(new Problem(fault));
        if (number!.Length > FieldReader.LongestText || number.Any(char.IsControl)) return Mismatch; // nobody's
        if (!attempts.Passwords.TryTake(context, out var wait)) return new RefusedResult(StatusCodes.Status429TooManyRequests, Refusals.TooMany(wait));
        if (await passwords.HashAsync(request.Password!, cancel) is not { } hash) return RefusedResult.Busy;

        var answer = await grains.GetGrain<IStudentGrain>(number).Enrol(card!, name!, hash);
        students.Forget(number);
        if (answer.Refusal != EnrolRefusal.None) return Refused(answer, time.GetUtcNow());
        if (await students.FindAsync(number, cancel) is not { PasswordHash: not null } student) return RefusedResult.Busy; // gone again meanwhile
        await signIn.SignInAsync(context, student, StudentSignInBy.Password);
        return Results.Ok(await signIn.ViewAsync(context));
    }

    private static string? Fault(string? number, string? card, string? name, string? password) =>
        number is null ? "请填写学号"
        : card is null ? "请填写卡号"
        : AccountName.Fault(name, LongestName) ?? StudentPasswords.Fault(password, number, name!);

    private static IResult Refused(EnrolAnswer answer, DateTimeOffset now) => answer.Refusal switch
    {
        EnrolRefusal.Mismatch => Mismatch,
        EnrolRefusal.Locked => new RefusedResult(StatusCodes.Status423Locked, Refusals.TriedTooOften(answer.LockedUntil!.Value - now)),
        EnrolRefusal.AlreadyRegistered => Results.Conflict(new Problem("该学号已注册，请直接登录；忘记密码请联系管理员")),
        EnrolRefusal.UserNameTaken => Results.Conflict(new Problem("用户名已被使用，请换一个")),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Refusal, "It has no words"),
    };
}
