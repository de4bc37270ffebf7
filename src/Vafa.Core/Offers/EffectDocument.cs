using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>An effect in a document: an object with exactly one field, whose name is the word.</summary>
internal static class EffectDocument
{
    /// <summary>Reads one; what is wrong is added to the refusals, and the effect must then not be used.</summary>
    public static Effect? Read(ArgumentReader at)
    {
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

        var name = JsonText.NameOf(word);
        if (!Vocabulary.EffectNamed(name, out var entry))
        {
            at.RefuseWord("offer.unknown-effect", name);
            return null;
        }

        var below = at.Below(word.Value, name);
        var effect = entry.Read(below);
        below.Fields.Done();
        return effect;
    }

    public static void Write(Effect effect, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject(effect.Word);
        effect.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
