namespace Sems.Gateway.Access;

/// <summary>What browsers are told with every page and every reply of the API: to guess no types, frame nothing, tell others nothing, and keep no replies.</summary>
internal static class SecurityHeaders
{
    /// <summary>Comes first. Stations have no use for it, and they ask most.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/service")) context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var api = context.Request.Path.StartsWithSegments("/api");
        headers.XContentTypeOptions = "nosniff";
        // An older word for the same, which cannot name who may.
        if (headers.ContentSecurityPolicy is not [{ } policy] || policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)) headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = api ? "default-src 'none'; frame-ancestors 'none'" : "frame-ancestors 'none'";
        if (api) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
