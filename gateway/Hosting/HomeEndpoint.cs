namespace Sems.Gateway.Hosting;

/// <summary>The page at the root: the campus at a glance.</summary>
public static class HomeEndpoint
{
    private static readonly byte[] Page = Read();

    /// <summary>Maps <c>/</c>.</summary>
    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", () => Results.Bytes(Page, "text/html; charset=utf-8")).ExcludeFromDescription();

    private static byte[] Read()
    {
        using var stream = typeof(HomeEndpoint).Assembly.GetManifestResourceStream("home.html")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
