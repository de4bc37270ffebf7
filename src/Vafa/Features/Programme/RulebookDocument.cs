using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>Whether the club shows its rules to anybody, and what the owner says below them.</summary>
/// <param name="Terms">Paragraphs of plain text; null: nothing.</param>
public sealed record Rulebook(bool Published, LocalText? Terms)
{
    /// <summary>The one there is.</summary>
    public const string Code = "rulebook";

    /// <summary>A new club's: it shows nothing.</summary>
    public static readonly Rulebook None = new(Published: false, Terms: null);
}

/// <summary>The JSON of the rules page: {published, terms?: {fa?, en?}}.</summary>
public static class RulebookDocument
{
    /// <summary>Letters of the owner's own text, in each language.</summary>
    public const int LongestTerms = 8_000;

    /// <summary>Refused at their pointers: what the document reader refuses.</summary>
    public static Outcome<Rulebook> Read(JsonElement json)
    {
        var fields = DocumentReader.Of(json);
        var published = fields.YesNo("published", required: true) ?? false;
        LocalText? terms = null;
        if (fields.Below("terms") is { } below)
        {
            var (fa, en) = (Text(below, "fa"), Text(below, "en"));
            below.Done();
            terms = fa is null && en is null ? null : new LocalText(fa, en);
        }

        fields.Done();
        return fields.IsClean ? new Rulebook(published, terms) : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(Rulebook rulebook, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("published", rulebook.Published);
        if (rulebook.Terms is { } terms)
        {
            TitledDocument.WriteTitle(terms, json, "terms");
        }
        else
        {
            json.WriteNull("terms");
        }

        json.WriteEndObject();
    }

    private static string? Text(DocumentReader fields, string name) => fields.Text(name, LongestTerms, lines: true);
}
