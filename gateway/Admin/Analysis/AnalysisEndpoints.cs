using Sems.Storage;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>What the curve of a charge says.</summary>
internal static class AnalysisEndpoints
{
    public static async Task<IResult> Charge(long id, IDatabaseReader database, ChargeAnalyses analyses, CancellationToken cancel) =>
        await database.Ledger.FindChargeAsync(id, cancel) is { } charge
            ? Results.Ok(await analyses.OfAsync(charge, cancel))
            : Results.NotFound(new Problem("充电记录不存在"));
}
