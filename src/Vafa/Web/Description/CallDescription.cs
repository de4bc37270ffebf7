using System.Globalization;
using System.Net.Http;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Vafa.Web.Description;

/// <summary>
/// Completes what the document says of one call, from what the endpoint is: its scope, parameters it reads by itself,
/// the key header, and each problem that it can answer.
/// </summary>
internal static partial class CallDescription
{
    public const string SecurityScheme = "apiKey";
    public const string TillScheme = "till";
    public const string SessionScheme = "session";

    private const string ProblemSchema = "Problem";

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [400] = "Malformed JSON, an unknown field, or a header that is missing",
        [401] = "No key, or one that is not accepted",
        [403] = "The key lacks the scope",
        [404] = "No such thing",
        [409] = "The state of things forbids it now",
        [413] = "A body over 1 MiB",
        [415] = "A body that is not JSON",
        [422] = "A value that cannot be; errors[] names the fields",
        [429] = "Too many wrong keys from this address; Retry-After says when to come back",
        [500] = "The server failed and noted it",
    };

    public static async Task Complete(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken ct
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var path = context.Description.RelativePath ?? "";
        AddPathParameters(operation, path);
        foreach (var asked in metadata.OfType<QueryParameter>())
        {
            Add(operation, asked.Name, ParameterLocation.Query, asked.Meaning, TypeOf(asked.Type));
        }

        if (metadata.OfType<NeedsKey>().Any())
        {
            AddKeyHeader(operation);
        }

        if (metadata.OfType<NeedsScope>().LastOrDefault() is { } needed)
        {
            operation.Description =
                needed.Device ? "A device that is paired with a till: its cookie and the header `X-Vafa: 1`."
                : needed.Person ? "Signed-in staff only: the cookie of a session and the header `X-Vafa: 1`."
                : needed.Scope is { } scope ? $"Scope: `{scope}`."
                : "Any key.";
            operation.Security =
            [
                new OpenApiSecurityRequirement
                {
                    [
                        new OpenApiSecuritySchemeReference(
                            needed.Device ? TillScheme
                                : needed.Person ? SessionScheme
                                : SecurityScheme,
                            context.Document
                        )
                    ] = [],
                },
            ];
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemShape), cancellationToken: ct);
        context.Document!.AddComponent(ProblemSchema, problem);
        foreach (var status in Problems(metadata, path, context.Description.HttpMethod!))
        {
            AddProblem(operation, status, context.Document!);
        }
    }

    private static SortedSet<int> Problems(IList<object> metadata, string path, string method)
    {
        var statuses = new SortedSet<int> { 401, 403, 429, 500 };
        if (metadata.OfType<IAcceptsMetadata>().Any())
        {
            statuses.UnionWith([400, 413, 415, 422]);
        }

        if (metadata.OfType<NeedsKey>().Any())
        {
            statuses.UnionWith([400, 409, 422]);
        }

        if (path.Contains('{', StringComparison.Ordinal))
        {
            statuses.UnionWith(method == HttpMethod.Put.Method ? [422] : [404, 422]);
        }

        if (metadata.OfType<QueryParameter>().Any())
        {
            statuses.Add(422);
        }

        if (method is "POST" or "PATCH" || metadata.OfType<MayConflict>().Any())
        {
            statuses.Add(409);
        }

        return statuses;
    }

    private static void AddProblem(OpenApiOperation operation, int status, OpenApiDocument document)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = Meanings[status],
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
            },
            Headers =
                status == StatusCodes.Status429TooManyRequests
                    ? Header("Retry-After", "Seconds to wait", JsonSchemaType.Integer)
                    : null,
        };
    }

    private static void AddKeyHeader(OpenApiOperation operation)
    {
        var length = IdempotencyKey.MaxLength;
        Add(
            operation,
            IdempotencyKey.Header,
            ParameterLocation.Header,
            $"The same key and body again get the stored answer. Quoted or not, at most {length} characters.",
            new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = length }
        ).Required = true;
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status.StartsWith('2') && response is OpenApiResponse good)
            {
                good.Headers = Header(
                    Idempotency.ReplayedHeader,
                    "\"true\" when this is the stored answer of an earlier call",
                    JsonSchemaType.String
                );
            }
        }
    }

    private static void AddPathParameters(OpenApiOperation operation, string path)
    {
        foreach (Match match in InBraces().Matches(path))
        {
            var name = match.Groups[1].Value;
            if (operation.Parameters?.Any(p => p.Name == name) != true)
            {
                var schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = PathCode.MaxLength };
                Add(operation, name, ParameterLocation.Path, "Percent-encoded; any script.", schema).Required = true;
            }
        }
    }

    private static OpenApiParameter Add(
        OpenApiOperation operation,
        string name,
        ParameterLocation place,
        string meaning,
        OpenApiSchema schema
    )
    {
        var parameter = new OpenApiParameter
        {
            Name = name,
            In = place,
            Description = meaning,
            Schema = schema,
        };
        operation.Parameters ??= [];
        operation.Parameters.Add(parameter);
        return parameter;
    }

    private static Dictionary<string, IOpenApiHeader> Header(string name, string meaning, JsonSchemaType type) =>
        new(StringComparer.Ordinal)
        {
            [name] = new OpenApiHeader
            {
                Description = meaning,
                Schema = new OpenApiSchema { Type = type },
            },
        };

    private static OpenApiSchema TypeOf(Type type) =>
        type == typeof(int) || type == typeof(long) ? new() { Type = JsonSchemaType.Integer }
        : type == typeof(Guid) ? new() { Type = JsonSchemaType.String, Format = "uuid" }
        : type == typeof(DateTimeOffset) ? new() { Type = JsonSchemaType.String, Format = "date-time" }
        : new() { Type = JsonSchemaType.String };

    [GeneratedRegex(@"\{(\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBraces();
}
