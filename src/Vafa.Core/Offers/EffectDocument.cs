using System.Text.Json;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>An effect in a document: an object with exactly one field, whose name is the word.</summary>
internal static class EffectDocument
{
    private static readonly Dictionary<string, Func<ArgumentReader, Effect?>> Words = new(StringComparer.Ordinal)
    {
        [DiscountPercent.Name] = DiscountPercent.Read,
        [DiscountAmount.Name] = DiscountAmount.Read,
        [CreditPercent.Name] = CreditPercent.Read,
        [Points.Name] = Points.Read,
        [PointsMultiplier.Name] = PointsMultiplier.Read,
        [Gift.Name] = Gift.Read,
        [FreeItem.Name] = FreeItem.Read,
        [FreeShipping.Name] = FreeShipping.Read,
    };

    /// <summary>The names of all effects.</summary>
    public static IReadOnlyCollection<string> Vocabulary => Words.Keys;

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
        if (!Words.TryGetValue(name, out var read))
        {
            at.RefuseWord("offer.unknown-effect", name);
            return null;
        }

        var below = at.Below(word.Value, name);
        var effect = read(below);
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
