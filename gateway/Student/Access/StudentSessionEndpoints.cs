using Sems.Gateway.Access;

namespace Sems.Gateway.Student.Access;

/// <summary>Signing in and out, of students.</summary>
internal static class StudentSessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/session", Get).AllowAnonymous()
            .WithSummary("Which student is signed in, and the token that whatever changes something must bring along as X-SEMS-Antiforgery").Produces<StudentSessionView>();
        api.MapPost("/session", SignIn).AllowAnonymous()
            .WithSummary("Signs a student in by a cookie, by user name or student number; the token is another one afterwards").Produces<StudentSessionView>()
            .Produces<AccessProblem>(401).Produces<AccessProblem>(423);
        api.MapDelete("/session", SignOut).AllowAnonymous().WithSummary("Signs this browser's student out").Produces(204);
    }

    private static async Task<IResult> Get(HttpContext context, StudentSignIn signIn) => Results.Ok(await signIn.ViewAsync(context));

    private static async Task<IResult> SignIn(StudentSignInRequest request, HttpContext context, StudentDesk desk, StudentSignIn signIn, CancellationToken cancel)
    {
        var result = await desk.CheckAsync(context, request.UserName?.Trim() ?? "", request.Password ?? "", session: true, cancel);
        if (RefusedResult.Of(result.Outcome, result.Wait, Refusals.Wrong, StatusCodes.Status401Unauthorized) is { } refused) return refused;
        await signIn.SignInAsync(context, result.Account!, StudentSignInBy.Password);
        return Results.Ok(await signIn.ViewAsync(context));
    }

    private static async Task<IResult> SignOut(HttpContext context, StudentSignIn signIn)
    {
        await signIn.SignOutAsync(context);
        return Results.NoContent();
    }
}
