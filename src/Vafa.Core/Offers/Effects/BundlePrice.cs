using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// Goods that cost less together: each set of them at one price, or with a percentage off. A set that costs less
/// already is left alone.
/// </summary>
public sealed class BundlePrice(ImmutableArray<BundleItem> items, Money? price, Percent? percent, int? most) : Effect
{
    private static readonly Arg Price = Arg.Money("price", "بهای همه با هم", "Price of all together") with
    {
        Optional = true,
    };

    private static readonly Arg Share = Arg.Percent() with { Optional = true };

    private static readonly Arg Most = Arg.Whole("times", "دست‌بالا چند دست", "At most so many sets", 1, 1_000) with
    {
        Optional = true,
    };

    public static readonly EffectEntry Entry = new(
        "bundlePrice",
        new("با هم ارزان‌تر", "Cheaper together"),
        new(
            "این کالاها با هم به یک بها، یا با درصدی تخفیف؛ هر چند دست که در خرید باشد.",
            "These goods together at one price, or with a percentage off; as many sets as the basket holds."
        ),
        """
        {"items": [{"on": "productGroup", "in": ["cake"]}, {"on": "productGroup", "in": ["coffee"]}], "price": 1500000}
        """
    )
    {
        About = WordAbout.Discount,
        Args = [BundleItem.Items, Price, Share, Most],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        var beyond = BundleSets.Form(items.AsSpan(), sale.Basket, most ?? int.MaxValue, price?.Minor ?? 0, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            weights[i] = shares[i] == 0 ? 0 : PiecesByValue.Worth(sale.Basket.Lines[i], shares[i]);
        }

        if (percent is { } share)
        {
            PieceShares.Percent(share, weights, shares);
        }
        else
        {
            Split.LargestRemainder(beyond, weights, shares);
        }
    }

    public override long Near(in SaleContext sale) => BundleSets.Missing(items.AsSpan(), sale.Basket);

    public override string Sentence(Wording wording)
    {
        var all = string.Join(wording.Say(" و ", " and "), items.Select(i => i.Sentence(wording)));
        return price is { } p
            ? wording.Say($"{all} با هم {wording.Money(p)}", $"{all} together for {wording.Money(p)}")
            : wording.Say(
                $"{wording.Percent(percent ?? default)} تخفیف روی {all} با هم",
                $"{wording.Percent(percent ?? default)} off {all} together"
            );
    }

    public override void Ask(FactsAsked facts)
    {
        foreach (var item in items)
        {
            item.Goods.Ask(facts);
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        BundleItem.Write(json, items);
        if (price is { } p)
        {
            json.WriteNumber(Price.Name, p.Minor);
        }

        if (percent is { } share)
        {
            Amounts.Write(json, Share.Name, share);
        }

        Amounts.Write(json, Most.Name, most);
    }

    /// <summary>Exactly one of price and percentage (offer.price-or-percent).</summary>
    internal static Effect Read(ArgumentReader at)
    {
        var (items, price, percent) = (BundleItem.Read(at), at.Money(Price), at.Percent(Share));
        if (at.Fields.Any(Price.Name) is null == at.Fields.Any(Share.Name) is null)
        {
            at.Refuse("offer.price-or-percent", "");
        }

        return new BundlePrice(items, price, percent, (int?)at.Whole(Most));
    }
}
