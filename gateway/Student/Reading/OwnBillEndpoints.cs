using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.Gateway.Student.Access;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Student.Reading;

/// <summary>The asker's bills. Another's is answered as one that is not there.</summary>
internal static class OwnBillEndpoints
{
    public static async Task<IResult> List(
        string? status, int? page, int? pageSize, IDatabaseReader database, BillReader bills, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (OwnPage.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!PageText.TryWord<BillStatus>(status, out var wanted)) return Results.BadRequest(new Problem($"status 必须是 {PageText.Words<BillStatus>()}"));
        var student = StudentUser.Number(user);
        var (number, size) = OwnPage.Of(page, pageSize);
        var found = await database.StudentLedger.BillsAsync(student, wanted, number, size, cancel);
        return Results.Ok(new StudentBillPage(await bills.OfAsync(student, found.Items, cancel), found.Total, number, size));
    }

    public static async Task<IResult> One(long chargeId, IDatabaseReader database, BillReader bills, ClaimsPrincipal user, CancellationToken cancel)
    {
        var student = StudentUser.Number(user);
        return await database.StudentLedger.FindBillAsync(student, chargeId, cancel) is { } bill
            ? Results.Ok(await bills.WholeAsync(student, bill, cancel))
            : Results.NotFound(new Problem("账单不存在"));
    }
}
