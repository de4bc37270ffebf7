using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// A condition in a document: an object with exactly one field, whose name is the word. The vocabulary is closed.
/// </summary>
internal static class ConditionDocument
{
    /// <summary>Conditions nest at most so deep (offer.too-deep).</summary>
    public const int MaxDepth = 20;

    /// <summary>
    /// Reads a whole tree and numbers it. What is wrong is added to <paramref name="refusals"/>; the tree given back
    /// then must not be used.
    /// </summary>
    public static Condition? Read(JsonElement value, string pointer, List<Refusal> refusals, KnownThings known)
    {
        var tree = Read(new ArgumentReader(value, pointer, refusals, known));
        tree?.Number(0);
        return tree;
    }

    public static Condition? Read(ArgumentReader at)
    {
        if (at.Depth > MaxDepth)
        {
            at.Refuse("offer.too-deep", "", MaxDepth);
            return null;
        }

        if (at.Value.ValueKind != JsonValueKind.Object)
        {
            at.Refuse("json.object", "");
            return null;
        }

        using var words = at.Value.EnumerateObject();
        if (!words.MoveNext())
        {
            at.Refuse("offer.one-word", "");
            return null;
        }

        var word = words.Current;
        if (words.MoveNext())
        {
            at.Refuse("offer.one-word", "");
            return null;
        }

        if (!Vocabulary.ConditionNamed(JsonText.NameOf(word), out var entry))
        {
            at.RefuseWord("offer.unknown-condition", JsonText.NameOf(word));
            return null;
        }

        var below = at.Below(word.Value, entry.Name);
        var condition = entry.Read(below);
        if (entry.Shape == EntryShape.Arguments)
        {
            below.Fields.Done();
        }

        return condition;
    }

    public static void Write(Condition condition, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName(condition.Word);
        if (condition.InVocabulary.Shape == EntryShape.Arguments)
        {
            json.WriteStartObject();
            condition.Write(json);
            json.WriteEndObject();
        }
        else
        {
            condition.Write(json);
        }

        json.WriteEndObject();
    }
}
