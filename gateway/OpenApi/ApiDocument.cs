using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Sems.Gateway.OpenApi;

/// <summary>The OpenAPI document: what types of clients are made from.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string CookieScheme = "cookie";
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
        document.Components.SecuritySchemes[CookieScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = Access.CookieSignIn.Cookie,
            Description = $"POST /api/session. Whatever changes something also brings the header {Access.Antiforgery.Header}.",
        };
        document.Components.SecuritySchemes[BasicScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "For scripts." };
        return Task.CompletedTask;
    }
}
