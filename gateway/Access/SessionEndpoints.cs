using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Sems.Gateway.Admin;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Silo;

namespace Sems.Gateway.Access;

/// <summary>Signing in and out, and one's own password.</summary>
internal static class SessionEndpoints
{
    public static IResult Get(HttpContext context, IAntiforgery antiforgery, TimeProvider time) => Results.Ok(View(context, antiforgery, time));

    public static async Task<IResult> SignIn(
        SignInRequest request, HttpContext context, SignInDesk desk, IAntiforgery antiforgery, MachineClock clock, TimeProvider time, CancellationToken cancel)
    {
        var result = await desk.CheckAsync(context, request.UserName ?? "", request.Password ?? "", session: true, cancel);
        if (RefusedResult.Of(result.Outcome, result.Wait, Refusals.Wrong, StatusCodes.Status401Unauthorized) is { } refused) return refused;
        await CookieSignIn.SignInAsync(context, result.Account!, clock.Time);
        return Results.Ok(View(context, antiforgery, time));
    }

    public static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(CookieSignIn.SchemeName);
        return Results.NoContent();
    }

    public static async Task<IResult> SignOutEverywhere(HttpContext context, AccountBook accounts, IGrainFactory grains)
    {
        var name = Name(context.User);
        await grains.GetGrain<IAccountsGrain>(IAccountsGrain.Key).SignOutEverywhere(name, name);
        accounts.Forget(name);
        await context.SignOutAsync(CookieSignIn.SchemeName);
        return Results.NoContent();
    }

    /// <summary>All other sign-ins of the account end.</summary>
    public static async Task<IResult> ChangePassword(
        PasswordRequest request, HttpContext context, SignInDesk desk, PasswordChecks passwords, AccountBook accounts, IGrainFactory grains, MachineClock clock,
        CancellationToken cancel)
    {
        var name = Name(context.User);
        if (PasswordRule.Fault(request.Password, name) is { } fault) return Results.BadRequest(new Problem(fault));
        if (request.Password == request.Current) return Results.BadRequest(new Problem("新密码不能与当前密码相同"));
        var result = await desk.CheckAsync(context, name, request.Current ?? "", session: false, cancel);
        if (RefusedResult.Of(result.Outcome, result.Wait, Refusals.WrongCurrent, StatusCodes.Status400BadRequest) is { } refused) return refused;
        if (await passwords.HashAsync(request.Password, cancel) is not { } hash) return RefusedResult.Busy;

        var refusal = await grains.GetGrain<IAccountsGrain>(IAccountsGrain.Key).SetPassword(new NewPassword(name, hash, result.Account!.PasswordHash, name));
        accounts.Forget(name);
        if (refusal != AccountRefusal.None) return Results.Conflict(new Problem("账号刚被修改，请重新登录后再试"));
        if (context.User.Identity!.AuthenticationType == CookieSignIn.SchemeName && await accounts.FindAsync(name, cancel) is { } account)
            await CookieSignIn.SignInAsync(context, account, clock.Time);
        return Results.NoContent();
    }

    private static SessionView View(HttpContext context, IAntiforgery antiforgery, TimeProvider time) => new(
        context.User.Identity is { IsAuthenticated: true } ? User(context.User) : null,
        antiforgery.GetAndStoreTokens(context).RequestToken!, time.GetUtcNow(), ProgramVersion.Text, SiloEngine.Name);

    private static SessionUserView User(ClaimsPrincipal user) =>
        new(Name(user), user.FindFirstValue(ClaimTypes.Role)!, AccessPolicies.MustChangePassword(user));

    private static string Name(ClaimsPrincipal user) => user.Identity!.Name!;
}
