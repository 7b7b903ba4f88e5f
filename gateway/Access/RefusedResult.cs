namespace Sems.Gateway.Access;

/// <summary>Somebody is not let in.</summary>
internal sealed class RefusedResult(int status, AccessProblem problem) : IResult
{
    /// <summary>Too many passwords wait to be hashed.</summary>
    public static RefusedResult Busy => new(StatusCodes.Status429TooManyRequests, Refusals.TooMany(TimeSpan.FromSeconds(1)));

    public Task ExecuteAsync(HttpContext httpContext) => Refusals.WriteAsync(httpContext, status, problem);
}
