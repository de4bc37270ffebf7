using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Features.Programme;
using Vafa.Features.Rulebooks;

namespace Vafa.Tests.Rulebooks;

/// <summary>A programme put together from its documents, without a database: what its rules say.</summary>
internal sealed class WrittenClub
{
    private readonly Dictionary<DocumentKind, JsonObject> documents = new()
    {
        [DocumentKind.Club] = Parse("""{"returnDays": 3, "offlineSpendMost": 500000}"""),
        [DocumentKind.Unit] = Parse(
            """
            {"title": {"fa": "ستاره", "en": "Stars"}, "worth": 500, "maySpend": true, "spendValue": 300}
            """
        ),
        [DocumentKind.EarningRule] = Parse(
            """
            {"title": {"fa": "پایه", "en": "Base"}, "unit": "unit", "perAmount": 100000, "earn": 1}
            """
        ),
        [DocumentKind.Engagement] = Parse(
            """
            {"title": {"fa": "نظر", "en": "A review"}, "earn": [{"unit": "unit", "amount": 20}]}
            """
        ),
        [DocumentKind.Ladder] = Parse(
            """
            {"title": {"fa": "نردبان", "en": "The ladder"}, "measure": {"days": 30}, "tiers": [
              {"code": "gold", "title": {"fa": "طلایی", "en": "Gold"}, "from": {"spent": 300000}}]}
            """
        ),
        [DocumentKind.Branch] = Parse("""{"title": {"fa": "شمال", "en": "North"}}"""),
        [DocumentKind.Rulebook] = Parse("""{"published": true}"""),
    };

    /// <summary>All sentences, a line each, with their titles.</summary>
    public string Says(bool persian) =>
        string.Join('\n', Sections(persian).SelectMany(s => s.Sentences.Prepend(s.Title)));

    public IReadOnlyList<RuleSection> Sections(bool persian) => RulebookText.Of(Club, persian);

    public ClubVersion Club =>
        ClubVersion.Of(
            1,
            [
                .. documents.Select(d => new ProgrammeDocument
                {
                    Kind = d.Key.Name,
                    Code = CodeOf(d.Key),
                    Age = 1,
                    Version = 1,
                    Body = d.Value.ToJsonString(),
                }),
                new ProgrammeDocument
                {
                    Kind = DocumentKind.Unit.Name,
                    Code = "credit",
                    Age = 2,
                    Version = 1,
                    Body = """{"title": {"fa": "اعتبار", "en": "Credit"}, "worth": 1, "maySpend": true}""",
                },
            ]
        );

    /// <summary>The same with other fields in one document; a field may lie below others: "tiers/0/from".</summary>
    public WrittenClub With(DocumentKind kind, string path, string value)
    {
        var made = new WrittenClub();
        foreach (var (other, body) in documents)
        {
            made.documents[other] = Parse(body.ToJsonString());
        }

        var steps = path.Split('/');
        JsonNode at = made.documents[kind];
        foreach (var step in steps[..^1])
        {
            at = (int.TryParse(step, out var index) ? at[index] : at[step] ??= new JsonObject())!;
        }

        if (int.TryParse(steps[^1], out var place))
        {
            at[place] = JsonNode.Parse(value);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(value);
        }

        return made;
    }

    /// <summary>The names of all fields that the stored form of a document has.</summary>
    public IEnumerable<string> FieldsOf(DocumentKind kind)
    {
        var place = new DocumentPlace(CodeOf(kind), 1, Club.Known, null) { Club = Club };
        var body = kind.Check(JsonSerializer.SerializeToElement(documents[kind]), place).Value.Body;
        return DocumentKind.Parse(body).EnumerateObject().Select(f => f.Name);
    }

    private static string CodeOf(DocumentKind kind) =>
        kind == DocumentKind.Unit ? "unit"
        : kind == DocumentKind.Branch ? "north"
        : kind.Name;

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
