using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Vafa.Web.Description;

/// <summary>The OpenAPI 3.1 document at /openapi/v1.json, of all that stands under /api/v1.</summary>
internal static class ApiDescription
{
    public const string Version = "v1";

    private const string Introduction =
        "Vafa (وفا), a customer club. Amounts are whole numbers of the club's smallest money unit (rial) or of the "
        + "wallet's unit; times are RFC 3339 with offset. Every error is application/problem+json. A field that the "
        + "call does not know is refused with 400, a value that cannot be with 422.";

    public static void Register(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddOpenApi(
            Version,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = call =>
                    call.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer(Introduce);
                options.AddOperationTransformer(CallDescription.Complete);
                options.AddSchemaTransformer(Tell);
                options.CreateSchemaReferenceId = NameOf;
            }
        );
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi();

    private static Task Introduce(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken ct
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Vafa",
            Version = "1",
            Description = Introduction,
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [CallDescription.SecurityScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key: `./vafa apikey create --name … --scope …`",
            },
            [CallDescription.SessionScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "vafa_staff",
                Description = "A person's session, begun on the sign-in page.",
            },
            [CallDescription.TillScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "vafa_till",
                Description = "The token of a device, given when it is paired with a till.",
            },
        };
        return Task.CompletedTask;
    }

    private static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Shape", "", StringComparison.Ordinal);

    private static Task Tell(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(decimal) || type == typeof(decimal?))
        {
            schema.Format = null;
        }

        foreach (var property in context.JsonTypeInfo.Properties.Where(p => !IsAlwaysThere(p)))
        {
            schema.Required?.Remove(property.Name);
        }

        if (schema.Properties?.Count > 0 && type.IsDefined(typeof(ExactlyOneFieldAttribute), inherit: false))
        {
            (schema.MinProperties, schema.MaxProperties) = (1, 1);
        }

        return Task.CompletedTask;
    }

    /// <summary>What is null is left out of an answer and may be left out of a body.</summary>
    private static bool IsAlwaysThere(JsonPropertyInfo property) =>
        !property.IsGetNullable
        || property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false)
            is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];
}
