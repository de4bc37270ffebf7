using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// This and that together: each of these goods is in the basket, so many pieces of each. A piece counts for one of them
/// only. The distance is what the first set lacks.
/// </summary>
public sealed class Bundle(ImmutableArray<BundleItem> items) : Condition
{
    public static readonly ConditionEntry Entry = new(
        "bundle",
        new("این و آن با هم", "This and that together"),
        new(
            "از هر یک از این کالاها یا گروه‌ها به اندازهٔ گفته‌شده در همین خرید هست.",
            "The basket holds so many of each of these products or groups."
        ),
        """
        {"items": [{"on": "productGroup", "in": ["cake"]}, {"on": "productGroup", "in": ["coffee"], "quantity": 2}]}
        """
    )
    {
        About = WordAbout.Basket,
        Args = [BundleItem.Items],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale)
    {
        var missing = BundleSets.Missing(items.AsSpan(), sale.Basket);
        return missing == 0 ? Verdict.Yes : Short(missing);
    }

    public override string Sentence(Wording wording)
    {
        var all = string.Join(wording.Say(" و ", " and "), items.Select(i => i.Sentence(wording)));
        return wording.Say($"خرید {all} با هم", $"buying {all} together");
    }

    public override string Distance(long missing, Wording wording) => Pieces.More(missing, wording);

    public override Measure MeasureOf(long missing) => Measure.Quantity;

    public override void Ask(FactsAsked facts)
    {
        foreach (var item in items)
        {
            item.Goods.Ask(facts);
        }
    }

    public override void Write(Utf8JsonWriter json) => BundleItem.Write(json, items);

    internal static Condition? Read(ArgumentReader at) =>
        BundleItem.Read(at) is { Length: > 0 } items ? new Bundle(items) : null;
}
