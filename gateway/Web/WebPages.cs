using System.Globalization;

namespace Sems.Gateway.Web;

/// <summary>
/// The web pages: what <c>web/</c> is built to, beside the program. Files under <c>/assets</c> bear their hash in their names and are kept by
/// browsers for good; each entry's page answers every address below it, for the page itself knows its addresses.
/// </summary>
public static class WebPages
{
    /// <summary>The folder of the pages, beside the program.</summary>
    public const string Folder = "wwwroot";

    // Scripts only from here; element-wise styles are set by the libraries; maps have their pictures anywhere.
    private const string Policy =
        "default-src 'self'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https: http:; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {1}";

    private static readonly string[] Entries = ["admin", "stu", "wechat"];

    /// <summary>Maps <c>/</c>, the entries and their files.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="folder">Where the pages are; beside the program without it. A folder that is not there has none.</param>
    /// <param name="phones">What the phone pages may besides.</param>
    public static void MapWebPages(this IEndpointRouteBuilder routes, string? folder = null, PhonePolicy? phones = null)
    {
        var usual = string.Format(CultureInfo.InvariantCulture, Policy, "", "'none'");
        var ofPhones = phones is null ? usual : string.Format(CultureInfo.InvariantCulture, Policy, phones.Scripts is { } from ? " " + from : "", phones.Ancestors ?? "'none'");
        var files = Read(folder ?? Path.Combine(AppContext.BaseDirectory, Folder));
        routes.MapGet("/", () => Results.Redirect("/admin/")).ExcludeFromDescription();
        foreach (var (address, file) in files.Where(f => !f.Key.EndsWith(".html", StringComparison.Ordinal)))
            routes.MapMethods(address, ["GET", "HEAD"], context => SendAsync(context, file, usual, forGood: address.StartsWith("/assets/", StringComparison.Ordinal))).ExcludeFromDescription();
        foreach (var entry in Entries)
        {
            var page = files.GetValueOrDefault($"/{entry}/index.html");
            routes.MapMethods($"/{entry}/{{**rest}}", ["GET", "HEAD"], context => page is null ? MissingAsync(context) : SendAsync(context, page, entry == "wechat" ? ofPhones : usual, forGood: false))
                .ExcludeFromDescription();
        }
    }

    private static Dictionary<string, PageFile> Read(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is not (".br" or ".gz"))
            .ToDictionary(path => "/" + Path.GetRelativePath(folder, path).Replace('\\', '/'), PageFile.Of);

    private static Task SendAsync(HttpContext context, PageFile file, string policy, bool forGood)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = forGood ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = file.ETag;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy;
        headers["Referrer-Policy"] = "same-origin";
        if (context.Request.Headers.IfNoneMatch.Contains(file.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var (path, encoding) = file.For(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null) headers.ContentEncoding = encoding;
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = new FileInfo(path).Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.SendFileAsync(path, context.RequestAborted);
    }

    private static Task MissingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("网页没有构建：请用 ./sems serve 启动，或先运行 ./sems web build。\n");
    }
}
