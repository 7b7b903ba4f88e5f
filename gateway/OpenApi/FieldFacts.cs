using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Sems.Gateway.OpenApi;

/// <summary>
/// What the document says of fields. A reply has all of its fields, some of them null. Of what is sent, named …Request, those may be left out that
/// may be null.
/// </summary>
internal sealed class FieldFacts : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Kind != JsonTypeInfoKind.Object || schema.Properties is not { Count: > 0 } fields) return Task.CompletedTask;
        var isSent = context.JsonTypeInfo.Type.Name.EndsWith("Request", StringComparison.Ordinal);
        var required = context.JsonTypeInfo.Properties.Where(p => fields.ContainsKey(p.Name) && (!isSent || MustBeSent(p))).Select(p => p.Name);
        schema.Required = required.ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private static bool MustBeSent(JsonPropertyInfo property) =>
        !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null && property.AssociatedParameter is not { HasDefaultValue: true };
}
