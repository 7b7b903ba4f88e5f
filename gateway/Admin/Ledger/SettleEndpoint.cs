using System.Security.Claims;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Storage;

namespace Sems.Gateway.Admin.Ledger;

/// <summary>One step with many bills: each is its student's grain's.</summary>
internal static class SettleEndpoint
{
    private const int Most = 500;

    /// <summary>Asked at once; each waits for a write.</summary>
    private const int AtOnce = 16;

    public static async Task<IResult> Settle(SettleRequest request, IDatabaseReader database, IGrainFactory grains, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!PageText.TryWord<BillStep>(request.Step, out var word) || word is not { } step)
            return Results.BadRequest(new Problem($"step 必须是 {PageText.Words<BillStep>()}"));
        if (request.ChargeIds is not { Count: >= 1 and <= Most } ids) return Results.BadRequest(new Problem($"charge_ids 必须是 1 到 {Most} 个账单"));
        if (ids.Distinct().Count() < ids.Count) return Results.BadRequest(new Problem("同一个账单不能出现两次"));
        var by = user.Identity?.Name ?? "?";
        var results = new SettleResult[ids.Count];
        await Parallel.ForAsync(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, _) =>
            results[i] = await OneAsync(ids[i]));
        return Results.Ok(new SettleView(results));

        async Task<SettleResult> OneAsync(long id)
        {
            try
            {
                var refusal = await BillEndpoints.StepAsync(id, step, request.Reason, by, database, grains, cancel);
                return refusal == BillRefusal.None ? new SettleResult(id, true, null) : new SettleResult(id, false, BillEndpoints.Words(refusal));
            }
            catch (Exception failure) when (Outage.Is(failure))
            {
                return new SettleResult(id, false, ApiProblems.Words(StatusCodes.Status503ServiceUnavailable));
            }
        }
    }
}
