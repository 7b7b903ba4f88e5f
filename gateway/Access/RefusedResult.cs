namespace Sems.Gateway.Access;

/// <summary>Somebody is not let in.</summary>
internal sealed class RefusedResult(int status, AccessProblem problem) : IResult
{
    /// <summary>Too many passwords wait to be hashed.</summary>
    public static RefusedResult Busy => new(StatusCodes.Status429TooManyRequests, Refusals.TooMany(TimeSpan.FromSeconds(1)));

    /// <summary>What came of a name and a password, unless they are right.</summary>
    /// <param name="outcome">What.</param>
    /// <param name="wait">How long, where that is told.</param>
    /// <param name="wrong">What is said of a wrong password.</param>
    /// <param name="wrongStatus">And how it is answered.</param>
    public static RefusedResult? Of(SignInOutcome outcome, TimeSpan wait, AccessProblem wrong, int wrongStatus) => outcome switch
    {
        SignInOutcome.Right => null,
        SignInOutcome.Locked => new RefusedResult(StatusCodes.Status423Locked, Refusals.Locked(wait)),
        SignInOutcome.TooMany => new RefusedResult(StatusCodes.Status429TooManyRequests, Refusals.TooMany(wait)),
        _ => new RefusedResult(wrongStatus, wrong),
    };

    public Task ExecuteAsync(HttpContext httpContext) => Refusals.WriteAsync(httpContext, status, problem);
}
