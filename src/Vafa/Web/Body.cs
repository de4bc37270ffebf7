using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>
/// The JSON a caller sent: at most 1 MiB, one well-formed value, no field named twice, nested at most 64 deep. Either
/// it could be read, or <see cref="Problem"/> says why not.
/// </summary>
public sealed class Body
{
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private Body(ReadOnlyMemory<byte> bytes, JsonElement json, Problem? problem) =>
        (Bytes, Json, Problem) = (bytes, json, problem);

    public ReadOnlyMemory<byte> Bytes { get; }

    public JsonElement Json { get; }

    /// <summary>body.media-type (415), body.too-large (413) or body.malformed (400); null when it was read.</summary>
    public Problem? Problem { get; }

    /// <summary>Starts reading it as an object.</summary>
    public DocumentReader Reader() => DocumentReader.Of(Json);

    /// <summary>
    /// Reads the body of a call; over 1 MiB nothing more is read. <see cref="IdempotencyKey.Read"/> finds it
    /// afterwards.
    /// </summary>
    public static async ValueTask<Body> Read(HttpContext context, CancellationToken ct)
    {
        if (!IsJson(context.Request.ContentType))
        {
            return No(StatusCodes.Status415UnsupportedMediaType, "body.media-type");
        }

        if (context.Request.ContentLength > MaxBytes || await All(context.Request.BodyReader, ct) is not { } bytes)
        {
            context.Response.Headers.Connection = "close";
            return No(StatusCodes.Status413PayloadTooLarge, "body.too-large", MaxBytes / 1024);
        }

        if (Parse(bytes) is not { } document)
        {
            return No(StatusCodes.Status400BadRequest, "body.malformed");
        }

        context.Response.RegisterForDispose(document);
        var body = new Body(bytes, document.RootElement, null);
        context.Features.Set(body);
        return body;
    }

    private static Body No(int status, string code, params object[] args) =>
        new(default, default, new Problem(status, code, args));

    /// <summary>application/json, application/merge-patch+json and their like.</summary>
    private static bool IsJson(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (
                type.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static async ValueTask<byte[]?> All(PipeReader reader, CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.Length > MaxBytes)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The one well-formed value that stands there; null when that is not so.</summary>
    internal static JsonDocument? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return !Utf8.IsValid(bytes.Span) || HasHalfCharacter(bytes.Span) ? null : JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Half a surrogate pair written as \uD800 passes the parser and fails whoever asks for the text.
    /// </summary>
    private static bool HasHalfCharacter(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }

        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 64 });
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueIsEscaped)
            {
                try
                {
                    json.GetString();
                }
                catch (InvalidOperationException)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
