using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sems.Gateway.Student.Access;

namespace Sems.Gateway.OpenApi;

/// <summary>The OpenAPI document: what types of clients are made from.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string CookieScheme = "cookie";
    public const string StudentScheme = "student";
    public const string BasicScheme = "basic";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer<OperationFacts>();
        options.AddSchemaTransformer<FieldFacts>();
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo { Title = "SEMS", Version = Name, Description = "JSON is snake_case, times are UTC, money is integer fen, energy kWh, power W." };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[CookieScheme] = Cookie(Access.CookieSignIn.Cookie, "/api/session");
        document.Components.SecuritySchemes[StudentScheme] = Cookie(StudentCookie.Cookie, "/api/student/session");
        document.Components.SecuritySchemes[BasicScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "For scripts." };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme Cookie(string name, string signIn) => new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = ParameterLocation.Cookie,
        Name = name,
        Description = $"POST {signIn}. Whatever changes something also brings the header {Access.Antiforgery.Header}.",
    };
}
