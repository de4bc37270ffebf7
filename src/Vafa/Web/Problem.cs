using System.Text.Encodings.Web;
using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>
/// A "no" to the caller as RFC 9457 has it: status, stable code, a title in the caller's language and each bad field
/// with its JSON pointer. The gravest refusal gives status, code and title.
/// </summary>
public sealed class Problem : IResult
{
    private const int MostErrors = 100;
    private const int LongestPointer = 300;

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IReadOnlyList<Refusal> refusals;
    private readonly Refusal gravest;

    public Problem(IReadOnlyList<Refusal> refusals)
    {
        this.refusals = refusals;
        gravest = refusals.MinBy(r => Gravity(r.Kind))!;
        Status = StatusOf(gravest.Kind);
    }

    public Problem(int status, string code, params object[] args)
        : this([new Refusal(code, "", args) { Kind = RefusalKind.Conflict }])
    {
        Status = status;
    }

    public int Status { get; }

    public string Code => gravest.Code;

    /// <summary>
    /// What the caller may look at beside the refusal, as the receipt of a changed price; a field of the answer.
    /// </summary>
    public (string Name, object Value)? With { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        var wording = httpContext.Wording();
        response.Headers.ContentLanguage = wording.Persian ? "fa" : "en";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Readable);
        Write(json, httpContext.RequestServices.GetRequiredService<Texts>(), wording);
        await json.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json, Texts texts, Wording wording)
    {
        json.WriteStartObject();
        json.WriteString("type", "urn:vafa:problem:" + Code);
        json.WriteString("title", texts.Say(gravest, wording));
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteStartArray("errors");
        foreach (var refusal in refusals.Where(r => r.Pointer.Length > 0).Take(MostErrors))
        {
            json.WriteStartObject();
            json.WriteString("pointer", refusal.Pointer[..Math.Min(refusal.Pointer.Length, LongestPointer)]);
            json.WriteString("code", refusal.Code);
            json.WriteString("message", texts.Say(refusal, wording));
            if (refusal.Args is [UnitAmount most])
            {
                json.WriteNumber("most", most.Amount);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (With is { } with)
        {
            json.WritePropertyName(with.Name);
            JsonSerializer.Serialize(json, with.Value, Answers.Json);
        }

        json.WriteEndObject();
    }

    private static int Gravity(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.BadCall => 0,
            RefusalKind.Forbidden => 1,
            RefusalKind.NotFound => 2,
            RefusalKind.BadValue => 3,
            RefusalKind.Conflict => 4,
            _ => 5,
        };

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.BadCall => StatusCodes.Status400BadRequest,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.BadValue => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status500InternalServerError,
        };
}
