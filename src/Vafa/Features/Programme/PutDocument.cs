using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Products;
using Vafa.Web;

namespace Vafa.Features.Programme;

public sealed record PutDocumentRequest(DocumentKind Kind, string Code, JsonElement Body, Actor Actor)
{
    /// <summary>Refused when there is a document of this code: a form that makes one never writes over
    /// another.</summary>
    public bool OnlyNew { get; init; }
}

/// <summary>
/// Replaces a document as a whole, or makes it. Refused at their pointers: what its kind refuses; document.other-code
/// when the body names another code than the address; document.taken (409) at /code when only a new one is wanted.
/// </summary>
public sealed class PutDocument(NextVersion next, SoldGoods goods)
{
    public async Task<Outcome<StoredDocument>> Run(PutDocumentRequest request, CancellationToken ct)
    {
        var body = WithoutCode(request.Body, request.Code);
        return body.IsRefused
            ? Outcome<StoredDocument>.Refused(body.Refusals)
            : await next.Write(
                new DocumentChange(
                    request.Kind,
                    request.Code,
                    request.Actor,
                    request.Kind.Name + ".put",
                    async (place, running, inside) =>
                        running is not null && request.OnlyNew
                            ? Refusal.Conflict("document.taken", "/code", request.Code)
                            : request.Kind.Check(body.Value, await goods.For(request.Kind, body.Value, place, inside))
                ),
                ct
            );
    }

    /// <summary>An answer of GET may be put back as it came, with its code.</summary>
    private static Outcome<JsonElement> WithoutCode(JsonElement body, string code)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return new Refusal("json.object");
        }

        if (!body.TryGetProperty("code", out var named))
        {
            return body;
        }

        if (named.ValueKind != JsonValueKind.String || !named.ValueEquals(code))
        {
            return new Refusal("document.other-code", "/code", code);
        }

        var rest = JsonObject.Create(body)!;
        rest.Remove("code");
        return JsonSerializer.SerializeToElement(rest);
    }
}
