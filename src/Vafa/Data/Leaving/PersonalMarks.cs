using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Data.Leaving;

/// <summary>
/// By what a person is known in a text that somebody typed: his numbers and e-mails, the words of his name, and what
/// his longer fields say. A text that holds one of them goes as a whole; any other stays, because the books need it.
/// </summary>
/// <param name="Numbers">Digits alone: a mobile from 9 on, a card.</param>
/// <param name="Words">As a search compares them.</param>
/// <param name="Phrases">E-mails and the values of fields, as a search compares them.</param>
internal sealed record PersonalMarks(
    IReadOnlyCollection<string> Numbers,
    IReadOnlySet<string> Words,
    IReadOnlyCollection<string> Phrases
)
{
    /// <summary>Stands where a text stood that named somebody who left.</summary>
    public const string Gone = "…";

    public bool AreSame(PersonalMarks other) =>
        Numbers.ToHashSet().SetEquals(other.Numbers)
        && Words.SetEquals(other.Words)
        && Phrases.ToHashSet().SetEquals(other.Phrases);

    public bool AreIn(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var key = KeyOf(text);
        return HaveNumberIn(key) || WordsOf(key).Any(Words.Contains);
    }

    /// <summary>Whether a text is about him and nobody else: by a number, an e-mail or his whole name.</summary>
    public bool NameHim(string text)
    {
        var key = KeyOf(text);
        return HaveNumberIn(key) || (Words.Count > 1 && Words.IsSubsetOf(WordsOf(key)));
    }

    /// <summary>The text, or null where it names him.</summary>
    public string? Without(string? text) => AreIn(text) ? null : text;

    /// <summary>The document with every text in it that names him taken out.</summary>
    public string WithoutIn(string json)
    {
        var root = JsonNode.Parse(json);
        return Strip(root) ? root!.ToJsonString(Answers.Json) : json;
    }

    private bool HaveNumberIn(string key)
    {
        var whole = string.Concat(key.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return Numbers.Any(n => whole.Contains(n, StringComparison.Ordinal))
            || Phrases.Any(p => key.Contains(p, StringComparison.Ordinal));
    }

    /// <summary>The text of an address is read as it would be shown.</summary>
    private static string KeyOf(string text) =>
        PersianText.SearchKey(
            text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text
        );

    private static string[] WordsOf(string key) =>
        key.Split([.. key.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    private bool Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                return fields
                    .ToList()
                    .Aggregate(false, (any, f) => Strip(f.Value, gone => fields[f.Key] = gone) || any);
            case JsonArray items:
                return Enumerable
                    .Range(0, items.Count)
                    .Aggregate(false, (any, i) => Strip(items[i], gone => items[i] = gone) || any);
            default:
                return false;
        }
    }

    private bool Strip(JsonNode? node, Action<string> put)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return Strip(node);
        }

        if (!AreIn(value.GetValue<string>()))
        {
            return false;
        }

        put(Gone);
        return true;
    }
}
