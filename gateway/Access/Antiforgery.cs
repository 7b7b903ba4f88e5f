using Microsoft.AspNetCore.Antiforgery;

namespace Sems.Gateway.Access;

/// <summary>
/// Whatever changes something must prove that a page of ours sent it: by a token that only such a page can read. A script that brings its password
/// along with each request proves itself by that.
/// </summary>
internal static class Antiforgery
{
    /// <summary>The header that carries the token, which GET /api/session tells.</summary>
    public const string Header = "X-SEMS-Antiforgery";

    public const string Cookie = "sems_antiforgery";

    public static void Add(IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.HeaderName = Header;
        options.FormFieldName = Header;
        options.SuppressXFrameOptionsHeader = true; // every reply has it
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    });

    /// <summary>Comes after it is known who asks and that they may.</summary>
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsToBeProven(context) || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)) await next(context);
        else await Refusals.UnprovenAsync(context);
    }

    private static bool IsToBeProven(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method)) return false;
        return context.Request.Path.StartsWithSegments("/api") && context.User.Identity?.AuthenticationType != BasicAuthentication.SchemeName;
    }
}
