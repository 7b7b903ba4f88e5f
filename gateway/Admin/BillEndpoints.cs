using System.Security.Claims;
using Sems.GrainInterfaces;
using Sems.Storage;

namespace Sems.Gateway.Admin;

/// <summary>Bills: lists are read from storage, steps are the student's grain's.</summary>
internal static class BillEndpoints
{
    public static async Task<IResult> List([AsParameters] BillQuery query, int? page, int? pageSize, IDatabaseReader database, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (query.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var found = await database.Ledger.BillsAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        if (PageText.Beyond(found, page, pageSize) is { } beyond) return Results.BadRequest(new Problem(beyond));
        var sum = found.Capped ? await database.Reports.BillsFenAsync(filter, cancel) : found.Sum;
        return Results.Ok(new BillPage([.. found.Items.Select(Views.Of)], found.Total, found.Capped, sum));
    }

    public static async Task<IResult> One(long chargeId, IDatabaseReader database, CancellationToken cancel) =>
        await database.Ledger.FindBillAsync(chargeId, cancel) is { } bill ? Results.Ok(Views.Of(bill)) : Refused(BillRefusal.BillUnknown);

    public static Task<IResult> Pay(
        long chargeId, BillRequest? request, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel) =>
        SettleAsync(chargeId, BillStep.Pay, request, database, grains, user, cancel);

    public static Task<IResult> Waive(
        long chargeId, BillRequest? request, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel) =>
        SettleAsync(chargeId, BillStep.Waive, request, database, grains, user, cancel);

    public static Task<IResult> Reopen(
        long chargeId, BillRequest? request, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel) =>
        SettleAsync(chargeId, BillStep.Reopen, request, database, grains, user, cancel);

    public static async Task<IResult> Account(string number, IDatabaseReader database, CancellationToken cancel)
    {
        var student = RouteText.Of(number);
        var account = await database.Ledger.AccountAsync(student, cancel);
        if (account.Total.Count == 0 && await database.Registry.FindStudentAsync(student, cancel) is null)
            return Results.NotFound(new Problem("学号不存在"));
        return Results.Ok(Views.Of(account));
    }

    private static async Task<IResult> SettleAsync(
        long chargeId, BillStep step, BillRequest? request, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel)
    {
        var refusal = await StepAsync(chargeId, step, request?.Reason, user.Identity?.Name ?? "?", database, grains, cancel);
        return refusal == BillRefusal.None ? await One(chargeId, database, cancel) : Refused(refusal);
    }

    /// <summary>Takes the step, or says why not.</summary>
    public static async Task<BillRefusal> StepAsync(
        long chargeId, BillStep step, string? reason, string by, IDatabaseReader database, IGrainFactory grains, CancellationToken cancel) =>
        await database.Ledger.FindBillAsync(chargeId, cancel) is { } before
            ? await grains.GetGrain<IStudentGrain>(before.Entry.Bill.StudentNumber).SettleBill(chargeId, step, by, reason)
            : BillRefusal.BillUnknown;

    /// <summary>Why a step was not taken.</summary>
    public static string Words(BillRefusal refusal) => refusal switch
    {
        BillRefusal.BillUnknown => "账单不存在",
        BillRefusal.OtherStudent => "账单不属于该学生",
        BillRefusal.IsPaid => "账单已支付，请先恢复为未支付",
        BillRefusal.IsWaived => "账单已减免，请先恢复为未支付",
        BillRefusal.ReasonMissing => "减免账单必须填写 reason",
        BillRefusal.ReasonUnfit => "reason 最多 200 个字符，不能有控制字符",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words"),
    };

    private static IResult Refused(BillRefusal refusal) => refusal switch
    {
        BillRefusal.BillUnknown => Results.NotFound(new Problem(Words(refusal))),
        BillRefusal.ReasonMissing or BillRefusal.ReasonUnfit => Results.BadRequest(new Problem(Words(refusal))),
        _ => Results.Conflict(new Problem(Words(refusal))),
    };
}
