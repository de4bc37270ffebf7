using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Offers;

namespace Vafa.Features.Audit;

/// <summary>
/// The condition, the benefits and the limits of an offer as it was once, in its own sentences. What the club no longer
/// has words for (a unit or group that went) is not told so.
/// </summary>
internal static class OfferSentence
{
    /// <summary>Null when this is none of them, or cannot be read any more.</summary>
    public static string? Of(string field, JsonElement value, Wording words, KnownThings? known)
    {
        if (known is null || field is not ("give" or "when" or "limits"))
        {
            return null;
        }

        var document = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["title"] = new { fa = field, en = field },
            // An offer gives something: of a condition alone what it gives is made up.
            ["give"] = new[] { new { discountAmount = new { amount = 1 } } },
            [field] = value,
        };
        var read = OfferDocument.Read(JsonSerializer.SerializeToElement(document), "told", 0, known);
        if (read.IsRefused)
        {
            return null;
        }

        return field switch
        {
            "when" => read.Value.When?.Sentence(words),
            "limits" => string.Join(words.Say("، ", ", "), LimitWords.Of(read.Value.Limits, words)),
            _ => string.Join(words.Say(" و ", " and "), read.Value.Give.Select(effect => effect.Sentence(words))),
        };
    }
}
