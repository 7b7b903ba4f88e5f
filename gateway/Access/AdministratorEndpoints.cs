using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Accounts;

namespace Sems.Gateway.Access;

/// <summary>Accounts of the console: read from storage, changed by their grain.</summary>
internal static class AdministratorEndpoints
{
    public static async Task<IResult> List(IDatabaseReader database, TimeProvider time, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var all = await database.Accounts.ReadAllAsync(cancel);
        return Results.Ok(new AdministratorPage([.. all.Select(a => View(a, now))], all.Count));
    }

    public static async Task<IResult> Create(
        NewAccountRequest request, PasswordChecks passwords, AccountBook accounts, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (AccountName.Fault(request.UserName) is { } unfit) return Results.BadRequest(new Problem(unfit));
        if (!TryRole(request.Role, out var administrator) || administrator is null) return Results.BadRequest(new Problem(RoleWords));
        if (request.Password is not null && PasswordRule.Fault(request.Password, request.UserName) is { } weak) return Results.BadRequest(new Problem(weak));
        var password = request.Password ?? AdministratorAccount.Generate();
        if (await passwords.HashAsync(password, cancel) is not { } hash) return RefusedResult.Busy;
        var refusal = await Grain(grains).Create(new NewAccount(request.UserName, hash, administrator.Value, By(user)));
        accounts.Forget(request.UserName);
        return refusal == AccountRefusal.None
            ? Results.Created($"/api/admin/administrators/{Uri.EscapeDataString(request.UserName)}", new NewAccountView(request.UserName, request.Password is null ? password : null))
            : Refused(refusal);
    }

    public static async Task<IResult> Change(
        string userName, AccountChangeRequest request, AccountBook accounts, IGrainFactory grains, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!TryRole(request.Role, out var administrator)) return Results.BadRequest(new Problem(RoleWords));
        var name = RouteText.Of(userName);
        var refusal = await Grain(grains).Change(new AccountChange(name, administrator, request.Disabled, By(user)));
        accounts.Forget(name);
        if (refusal != AccountRefusal.None) return Refused(refusal);
        return await accounts.FindAsync(name, cancel) is { } account ? Results.Ok(View(account, time.GetUtcNow())) : Refused(AccountRefusal.Unknown);
    }

    public static async Task<IResult> ResetPassword(
        string userName, PasswordChecks passwords, AccountBook accounts, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel)
    {
        var name = RouteText.Of(userName);
        var password = AdministratorAccount.Generate();
        if (await passwords.HashAsync(password, cancel) is not { } hash) return RefusedResult.Busy;
        return await StepAsync(name, accounts, Grain(grains).SetPassword(new NewPassword(name, hash, null, By(user))), Results.Ok(new NewPasswordView(password)));
    }

    public static Task<IResult> SignOut(string userName, AccountBook accounts, IGrainFactory grains, ClaimsPrincipal user)
    {
        var name = RouteText.Of(userName);
        return StepAsync(name, accounts, Grain(grains).SignOutEverywhere(name, By(user)), Results.NoContent());
    }

    public static Task<IResult> Remove(string userName, AccountBook accounts, IGrainFactory grains, ClaimsPrincipal user)
    {
        var name = RouteText.Of(userName);
        return StepAsync(name, accounts, Grain(grains).Remove(name, By(user)), Results.NoContent());
    }

    private const string RoleWords = "role 必须是 operator 或 administrator";

    private static async Task<IResult> StepAsync(string name, AccountBook accounts, Task<AccountRefusal> step, IResult done)
    {
        var refusal = await step;
        accounts.Forget(name);
        return refusal == AccountRefusal.None ? done : Refused(refusal);
    }

    private static bool TryRole(string? word, out bool? administrator)
    {
        administrator = word switch
        {
            AccessPolicies.Administrators => true,
            AccessPolicies.Operators => false,
            _ => null,
        };
        return word is null || administrator is not null;
    }

    private static AdministratorView View(AccountRecord account, DateTimeOffset now) => new(
        account.UserName, SignInClaims.Word(account.Role), account.Disabled, account.CreatedAt, account.LastSignInAt,
        account.LockedUntil > now ? account.LockedUntil : null, account.MustChangePassword);

    private static IResult Refused(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.Unknown => Results.NotFound(new Problem("没有这个账号")),
        AccountRefusal.Taken => Results.Conflict(new Problem("用户名已被使用，请换一个")),
        AccountRefusal.LastAdministrator => Results.Conflict(new Problem("这是最后一个可用的管理员，请先添加另一个管理员")),
        AccountRefusal.Stale => Results.Conflict(new Problem("账号刚被修改，请刷新后再试")),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words"),
    };

    private static IAccountsGrain Grain(IGrainFactory grains) => grains.GetGrain<IAccountsGrain>(IAccountsGrain.Key);

    private static string By(ClaimsPrincipal user) => user.Identity!.Name!;
}
