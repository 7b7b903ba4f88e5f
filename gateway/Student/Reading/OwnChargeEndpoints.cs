using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Ledger;
using Sems.Gateway.Student.Access;
using Sems.Storage;

namespace Sems.Gateway.Student.Reading;

/// <summary>The asker's charges. Another's is answered as one that is not there.</summary>
internal static class OwnChargeEndpoints
{
    public static async Task<IResult> List(
        int? page, int? pageSize, string? from, string? to, string? status, IDatabaseReader database, ChargeReader charges, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (OwnPage.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (new ChargeQuery { From = from, To = to, Status = status }.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var student = StudentUser.Number(user);
        var (number, size) = OwnPage.Of(page, pageSize);
        var found = await database.Ledger.ChargesAsync(filter with { StudentNumber = student }, number, size, cancel);
        return Results.Ok(new StudentChargePage(await charges.OfAsync(student, found.Items, cancel), found.Total, number, size));
    }

    public static async Task<IResult> One(long id, IDatabaseReader database, ChargeReader charges, ClaimsPrincipal user, CancellationToken cancel)
    {
        var student = StudentUser.Number(user);
        if (await database.StudentLedger.FindChargeAsync(student, id, cancel) is not { } charge) return Missing();
        return Results.Ok((await charges.OfAsync(student, [charge], cancel))[0]);
    }

    public static async Task<IResult> Curve(long id, int? points, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (points is < 3 or > 100_000) return Results.BadRequest(new Problem("points 必须是 3 到 100000 的整数"));
        if (await database.StudentLedger.FindChargeAsync(StudentUser.Number(user), id, cancel) is null) return Missing();
        return await CurveResult.ReadAsync(id, points, database.Curves, cancel);
    }

    public static async Task<IResult> Phases(long id, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel) =>
        await database.StudentLedger.FindChargeAsync(StudentUser.Number(user), id, cancel) is null
            ? Missing()
            : Results.Ok(await ChargeDetails.PhasesAsync(id, database, cancel));

    /// <summary>There is none, or it is another's.</summary>
    public static IResult Missing() => Results.NotFound(new Problem("充电记录不存在"));
}
