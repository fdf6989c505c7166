using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;
using Outreach.Ids;

namespace Outreach.Functions.Web.Api;

/// <summary>What /api/openapi.json says beyond what the calls themselves show: the key, the problems, and values that are one word.</summary>
internal static class ApiDescription
{
    private const string Key = "key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("openapi", options =>
    {
        options.AddDocumentTransformer((document, _, _) => Head(document));
        options.AddSchemaTransformer((schema, context, _) => Describe(schema, context.JsonTypeInfo));
        options.AddOperationTransformer((operation, context, _) => AddProblems(operation, context));
        options.AddOperationTransformer((operation, context, _) => NameAddress(operation, context));
    });

    private static Task Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Outreach",
            Version = "1",
            Description = "Times are ISO 8601 with an offset. Errors are problem details (RFC 9457) with a code. A POST may carry an Idempotency-Key: sent again, it gets the first answer again.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Authorization: Bearer KEY" },
        };
        foreach (var operation in document.Paths.Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal)).SelectMany(path => path.Value.Operations ?? []))
            operation.Value.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task AddProblems(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is not true)
            return Task.CompletedTask;
        string[] texts = ["type", "title", "detail", "code"];
        var properties = texts.ToDictionary(name => name, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String });
        properties["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer };
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A problem: its title says what to do, its code tells a program which one it is.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties, Required = new HashSet<string> { "title", "status", "code" } },
                },
            },
        };
        return Task.CompletedTask;
    }

    /// <summary>A call that takes what its address names, as the meeting, does not take the id: it is in the address all the same.</summary>
    private static Task NameAddress(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters ??= [];
        var unnamed = RoutePatternFactory.Parse("/" + context.Description.RelativePath).Parameters.Where(part => operation.Parameters.All(known => known.Name != part.Name));
        foreach (var (index, part) in unnamed.ToList().Index())
            operation.Parameters.Insert(index, new OpenApiParameter { Name = part.Name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiSchema schema, JsonTypeInfo type)
    {
        // What may be null may be left out. A JsonElement tells null and left out apart.
        foreach (var property in type.Properties.Where(property => property.IsGetNullable || property.PropertyType == typeof(JsonElement)))
            schema.Required?.Remove(property.Name);

        var value = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (Word(value) is not var (kind, format))
            return Task.CompletedTask;
        (schema.Type, schema.Format, schema.Pattern) = (value == type.Type ? kind : kind | JsonSchemaType.Null, format, null);
        if (value.IsEnum)
            schema.Enum = [.. Enum.GetValues(value).Cast<Enum>().Select(one => (JsonNode)EnumWord.Of(one))];
        return Task.CompletedTask;
    }

    private static (JsonSchemaType Kind, string? Format)? Word(Type value) => value switch
    {
        { IsEnum: true } => (JsonSchemaType.String, null),
        _ when value == typeof(DateTimeOffset) => (JsonSchemaType.String, "date-time"),
        _ when value == typeof(DateOnly) => (JsonSchemaType.String, "date"),
        _ when value == typeof(string) => (JsonSchemaType.String, null),
        _ when value == typeof(int) => (JsonSchemaType.Integer, "int32"),
        _ when value == typeof(JsonElement) => (JsonSchemaType.Integer | JsonSchemaType.Null, "int32"),
        _ when value.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IText<>)) => (JsonSchemaType.String, null),
        _ => null,
    };
}
