using System.Text.Encodings.Web;
using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>Shows stored documents: their code, their fields and, after a change, what is to be minded.</summary>
internal static class DocumentAnswer
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult Read(StoredDocument document) => Text(json => Write(json, document, null));

    /// <summary>With warnings[], also when there is none.</summary>
    public static IResult Changed(StoredDocument document, Wording wording) =>
        Text(
            json => Write(json, document, wording),
            document.Waits is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted
        );

    /// <summary>The club has no code.</summary>
    public static IResult Club(StoredDocument document) => Text(json => json.WriteRawValue(document.Body));

    public static IResult List(Listed<StoredDocument> documents) =>
        Text(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var document in documents.Items)
            {
                Write(json, document, null);
            }

            json.WriteEndArray();
            json.WriteString("next", documents.Next);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, StoredDocument document, Wording? warnIn)
    {
        json.WriteStartObject();
        json.WriteString("code", document.Code);
        foreach (var field in DocumentKind.Parse(document.Body).EnumerateObject())
        {
            field.WriteTo(json);
        }

        if (warnIn is { } wording)
        {
            json.WriteStartArray("warnings");
            foreach (var warning in document.Warnings)
            {
                json.WriteStartObject();
                json.WriteString("code", warning.Code);
                json.WriteString("message", wording.Title(warning.Text));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (document.Waits is { } waits)
        {
            json.WriteStartObject("waits");
            json.WriteString("proposal", waits.Id);
            json.WriteString("by", waits.By);
            json.WriteString("at", waits.At);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IResult Text(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            write(json);
        }

        return TypedResults.Text(bytes.ToArray(), "application/json", status);
    }
}
