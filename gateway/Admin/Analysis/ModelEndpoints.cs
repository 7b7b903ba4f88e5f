using Sems.Storage;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>The normal charges of brands' models; read from storage.</summary>
internal static class ModelEndpoints
{
    public static async Task<IResult> List(IDatabaseReader database, CancellationToken cancel) =>
        Results.Ok((await database.Analysis.ModelsAsync(cancel)).Select(ModelView.Of).ToArray());

    public static async Task<IResult> One(string key, IDatabaseReader database, CancellationToken cancel) =>
        await database.Analysis.FindModelAsync(RouteText.Of(key), cancel) is { } model
            ? Results.Ok(ModelDetailView.Of(model))
            : Results.NotFound(new Problem("车型不存在"));
}
