using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;

namespace Sems.Gateway.OpenApi;

/// <summary>What the document says of each operation: its name, who may ask for it, and the refusals that are the same everywhere.</summary>
internal sealed class OperationFacts : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var description = context.Description;
        var path = "/" + description.RelativePath;
        operation.OperationId ??= Id(description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().LastOrDefault(), description.HttpMethod ?? "", path);
        if (!path.StartsWith("/api/", StringComparison.Ordinal)) return Task.CompletedTask;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");

        var responses = operation.Responses ??= [];
        var changes = description.HttpMethod is not ("GET" or "HEAD");
        var open = description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
        if (!open)
        {
            operation.Security = path.StartsWith("/api/student/", StringComparison.Ordinal)
                ? [Needs(ApiDocument.StudentScheme)]
                : [Needs(ApiDocument.CookieScheme), Needs(ApiDocument.BasicScheme)];
            responses.TryAdd("401", Refusal<AccessProblem>("Signed out, or a wrong password"));
        }
        if (!open || changes) responses.TryAdd("403", Refusal<AccessProblem>("Not for this role, or no proof that a page of ours asks"));
        responses.TryAdd("429", Refusal<AccessProblem>("Too many requests"));
        responses.TryAdd("503", Refusal<Problem>("For now the grains or the storage cannot be reached"));
        return Task.CompletedTask;

        OpenApiSecurityRequirement Needs(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

        OpenApiResponse Refusal<T>(string words) => new()
        {
            Description = words,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document) } },
        };
    }

    /// <summary>Of the method that answers: BillEndpoints.Pay is billPay. Of one without a name: by method and path.</summary>
    private static string Id(MethodInfo? method, string verb, string path)
    {
        var id = method?.DeclaringType is { } type && !method.Name.Contains('<', StringComparison.Ordinal)
            ? Subject(type.Name) + (method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name)
            : verb.ToLowerInvariant() + string.Concat(path.Split('/', '{', '}', ':', '-', '.').Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
        return JsonNamingPolicy.CamelCase.ConvertName(id);
    }

    private static string Subject(string type)
    {
        foreach (var ending in new[] { "Endpoints", "Endpoint", "Routes" })
            if (type.EndsWith(ending, StringComparison.Ordinal)) return type[..^ending.Length];
        return type;
    }
}
