using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// A condition in a document: an object with exactly one field, whose name is the word. The vocabulary is closed.
/// </summary>
internal static class ConditionDocument
{
    /// <summary>Conditions nest at most so deep (offer.too-deep).</summary>
    public const int MaxDepth = 20;

    private static readonly Dictionary<string, Func<ArgumentReader, Condition?>> Words = new(StringComparer.Ordinal)
    {
        [All.Name] = All.Read,
        [Any.Name] = Any.Read,
        [Not.Name] = Not.Read,
        [BasketTotal.Name] = BasketTotal.Read,
        [Visits.Name] = Visits.Read,
        [Spent.Name] = Spent.Read,
        [Birthday.Name] = Birthday.Read,
        [InGroup.Name] = InGroup.Read,
        [BuysGroup.Name] = BuysGroup.Read,
        [BuysProduct.Name] = BuysProduct.Read,
        [AtBranch.Name] = AtBranch.Read,
        [ByChannel.Name] = ByChannel.Read,
        [PaidBy.Name] = PaidBy.Read,
        [FirstPurchase.Name] = FirstPurchase.Read,
        [DaysSinceLastVisit.Name] = DaysSinceLastVisit.Read,
        [MemberFor.Name] = MemberFor.Read,
        [WalletHolds.Name] = WalletHolds.Read,
        [FieldIs.Name] = FieldIs.Read,
        [WithCode.Name] = WithCode.Read,
    };

    /// <summary>The names of all conditions.</summary>
    public static IReadOnlyCollection<string> Vocabulary => Words.Keys;

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

        if (!Words.TryGetValue(JsonText.NameOf(word), out var read))
        {
            at.RefuseWord("offer.unknown-condition", JsonText.NameOf(word));
            return null;
        }

        return read(at.Below(word.Value, word.Name));
    }

    public static void Write(Condition condition, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName(condition.Word);
        condition.Write(json);
        json.WriteEndObject();
    }
}
