using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Features.Programme.Trades;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>
/// The documents with which a club of a trade begins, each checked by the reader of its kind. Offers that were not
/// chosen come as drafts: the owner finds them in his list and makes them live when he likes.
/// </summary>
internal static class FirstDocuments
{
    private const string Branch = "main";

    public static IReadOnlyList<ProgrammeDocument> Of(
        long version,
        ClubSettings settings,
        Trade trade,
        IReadOnlyCollection<string> offers
    )
    {
        var documents = new List<ProgrammeDocument>
        {
            Document(version, DocumentKind.Club, PatchClub.Code, 1, Text(json => ClubDocument.Write(settings, json))),
        };
        var known = trade.Known([Branch]);
        foreach (var (kind, code, age, body) in trade.Documents)
        {
            var put = kind == DocumentKind.Offer && !offers.Contains(code) ? AsDraft(body) : body;
            var made = kind.Check(put, new DocumentPlace(code, age, known, null));
            var stored = made.IsRefused
                ? throw new InvalidOperationException($"{trade.Code} {kind.Name} {code}: {made.Refusals[0].Code}")
                : made.Value.Body;
            documents.Add(Document(version, kind, code, age, stored));
        }

        return documents;
    }

    /// <summary>The programme as it would be, in memory only.</summary>
    public static ClubVersion Club(ClubSettings settings, Trade trade, IReadOnlyCollection<string> offers) =>
        ClubVersion.Of(
            1,
            [
                .. Of(1, settings, trade, offers),
                Document(1, DocumentKind.Branch, Branch, 1, """{"title":{"fa":"شعبهٔ اصلی","en":"Main branch"}}"""),
            ]
        );

    private static ProgrammeDocument Document(long version, DocumentKind kind, string code, int age, string body) =>
        new()
        {
            Kind = kind.Name,
            Code = code,
            Version = version,
            Age = age,
            Body = body,
        };

    private static JsonElement AsDraft(JsonElement offer)
    {
        var draft = JsonObject.Create(offer)!;
        draft["state"] = "draft";
        return JsonSerializer.SerializeToElement(draft);
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        var readable = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, readable))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
