using Microsoft.AspNetCore.Mvc;
using Sems.Gateway.Admin;

namespace Sems.Gateway.Access;

/// <summary>The routes of signing in and out.</summary>
internal static class SessionRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/api/session").WithTags("session").WithMetadata(new RequestSizeLimitAttribute(ApiLimits.MostBytes));
        session.MapGet("", SessionEndpoints.Get).AllowAnonymous()
            .WithSummary("Who is signed in, and the token that whatever changes something must bring along as X-SEMS-Antiforgery").Produces<SessionView>();
        session.MapPost("", SessionEndpoints.SignIn).AllowAnonymous()
            .WithSummary("Signs in by a cookie; the token is another one afterwards").Produces<SessionView>().Produces<AccessProblem>(401).Produces<AccessProblem>(423);
        session.MapDelete("", (Delegate)SessionEndpoints.SignOut).AllowAnonymous().WithSummary("Signs this browser out").Produces(204);
        session.MapPost("/sign-out-everywhere", SessionEndpoints.SignOutEverywhere).ForSignedIn().WithSummary("Ends every sign-in of one's account").Produces(204);
        session.MapPut("/password", SessionEndpoints.ChangePassword).ForSignedIn()
            .WithSummary("A new password for oneself; every other sign-in of the account ends").Produces(204).Produces<Problem>(400).Produces<Problem>(409)
            .Produces<AccessProblem>(423);
    }
}
