using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sems.Gateway.Student.Access;
using Sems.Grains.Cluster;

namespace Sems.Gateway.Access;

/// <summary>Who may do what: cookies for browsers, HTTP Basic for scripts, roles, and proof that a page of ours asks.</summary>
public static class AccessServices
{
    private const string Either = "SEMS";

    /// <summary>Adds what it needs.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(new MachineClock(TimeProvider.System));
        services.AddSingleton<AccountBook>();
        services.AddSingleton<PasswordChecks>();
        services.AddSingleton<PasswordAttempts>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<ApiLimits>();
        services.AddSingleton<CookieSignIn>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthentication>(BasicAuthentication.SchemeName, null)
            .AddCookie(CookieSignIn.SchemeName, CookieSignIn.Configure)
            .AddCookie(StudentCookie.SchemeName, StudentCookie.Configure);
        foreach (var scheme in new[] { CookieSignIn.SchemeName, StudentCookie.SchemeName })
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<MachineClock>((options, clock) => options.TimeProvider = clock.Time);
        services.AddAuthorization(AccessPolicies.Add);
        Antiforgery.Add(services);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AccessJson.Default));
    }

    /// <summary>An administrator is nobody where students are asked for, and the reverse.</summary>
    private static string SchemeFor(HttpContext context) => StudentCookie.IsFor(context.Request) ? StudentCookie.SchemeName
        : context.Request.Headers.ContainsKey("Authorization") ? BasicAuthentication.SchemeName
        : CookieSignIn.SchemeName;

    /// <summary>Puts it before the routes.</summary>
    public static void UseAccess(this WebApplication web)
    {
        web.UseAuthentication();
        web.Use(ApiLimits.CheckAsync);
        web.UseAuthorization();
        web.Use(Antiforgery.CheckAsync);
    }

    /// <summary>Maps its routes.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes) => SessionRoutes.Map(routes);
}
