using Sems.Gateway.Admin;

namespace Sems.Gateway.Access;

/// <summary>The routes of accounts.</summary>
internal static class AdministratorRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/administrators").ForAdministrators();
        accounts.MapGet("", AdministratorEndpoints.List).WithSummary("Every account of the console, by name").Produces<AdministratorPage>();
        accounts.MapPost("", AdministratorEndpoints.Create).WithSummary("A new account; a password that is made for it is answered this once")
            .Produces<NewAccountView>(201).Produces<Problem>(400).Produces<Problem>(409);
        accounts.MapPatch("/{userName}", AdministratorEndpoints.Change).WithSummary("Another role, or disabled; the last administrator stays one")
            .Produces<AdministratorView>().Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(409);
        accounts.MapPost("/{userName}/reset-password", AdministratorEndpoints.ResetPassword)
            .WithSummary("A new password, answered this once, which the account's owner must change; its sign-ins end, a lock is taken off")
            .Produces<NewPasswordView>().Produces<Problem>(404);
        accounts.MapPost("/{userName}/sign-out", AdministratorEndpoints.SignOut).WithSummary("Ends every sign-in of the account").Produces(204).Produces<Problem>(404);
        accounts.MapDelete("/{userName}", AdministratorEndpoints.Remove).WithSummary("Takes the account away").Produces(204).Produces<Problem>(404).Produces<Problem>(409);
    }
}
