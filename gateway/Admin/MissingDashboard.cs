namespace Sems.Gateway.Admin;

/// <summary>Answers where Orleans' dashboard would be.</summary>
internal static class MissingDashboard
{
    /// <summary>404 with words, for the path and all below it.</summary>
    public static void MapMissingDashboard(this IEndpointRouteBuilder routes, string path, string words) =>
        routes.MapGet(path + "/{**rest}", () => Results.NotFound(new Problem(words))).ExcludeFromDescription();
}
