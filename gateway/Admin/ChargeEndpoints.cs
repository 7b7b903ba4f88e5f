using System.Globalization;
using Sems.Storage;

namespace Sems.Gateway.Admin;

/// <summary>Charges, their bills and curves; read from storage.</summary>
internal static class ChargeEndpoints
{
    public static async Task<IResult> List(
        [AsParameters] ChargeQuery query, int? page, int? pageSize, IDatabaseReader database, CampusViews campus, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (query.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var found = await database.Ledger.ChargesAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        if (PageText.Beyond(found, page, pageSize) is { } beyond) return Results.BadRequest(new Problem(beyond));
        var views = await Task.WhenAll(found.Items.Select(c => campus.ChargeAsync(c, cancel)));
        return Results.Ok(new ChargePage(views, found.Total, found.Capped));
    }

    public static async Task<IResult> One(long id, CampusViews campus, CancellationToken cancel) =>
        await campus.ChargeAsync(id, cancel) is { } charge ? Results.Ok(charge) : Missing();

    public static async Task<IResult> Curve(long id, string? resolution, IDatabaseReader database, CancellationToken cancel)
    {
        int? most = null;
        if (resolution is not (null or "raw"))
        {
            if (!int.TryParse(resolution, NumberStyles.None, CultureInfo.InvariantCulture, out var points) || points is < 3 or > 100_000)
                return Results.BadRequest(new Problem("resolution 必须是 raw 或 3 到 100000 的整数"));
            most = points;
        }
        if (await database.Ledger.FindChargeAsync(id, cancel) is null) return Missing();
        return await CurveResult.ReadAsync(id, most, database.Curves, cancel);
    }

    public static async Task<IResult> Decisions(long id, IDatabaseReader database, CancellationToken cancel)
    {
        if (await database.Ledger.FindChargeAsync(id, cancel) is null) return Missing();
        return Results.Ok(new DecisionsView([.. (await database.Decisions.OfChargeAsync(id, cancel)).Select(Views.Of)]));
    }

    private static IResult Missing() => Results.NotFound(new Problem("充电记录不存在"));
}
