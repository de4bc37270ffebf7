using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// A percentage off all goods, or off those of some product groups, products or brands; if wanted only off lines of so
/// many pieces; at most <c>max</c>.
/// </summary>
public sealed class DiscountPercent : Effect
{
    private static readonly Arg Share = Arg.Percent();

    private static readonly Arg LineOf = new(
        "lineQuantity",
        ArgKind.Decimal,
        new("تنها ردیف‌هایی با دست‌کم چند عدد", "Only lines of at least so many")
    )
    {
        Min = 1,
        Max = Quantity.Max.Thousandths,
        Decimals = 3,
        Optional = true,
    };

    private static readonly Arg Most = Arg.Money("max", "دست‌بالا در هر خرید", "At most in a sale", min: 1) with
    {
        Optional = true,
    };

    public static readonly EffectEntry Entry = new(
        "discountPercent",
        new("درصدی تخفیف", "A percentage off"),
        new(
            "درصدی از همهٔ خرید، یا از گروه‌ها، کالاها یا برندهایی معین؛ به دلخواه با سقف.",
            "A percentage off the whole basket, or off some groups, products or brands; if you like, up to an amount."
        ),
        """{"percent": 10, "on": "productGroup", "in": ["coffee"], "max": 1000000}"""
    )
    {
        About = WordAbout.Discount,
        Args = [Share, Personal.Own, .. Goods.Args, LineOf, Most],
        Read = Read,
    };

    private readonly Percent percent;
    private readonly Personal personal;
    private readonly Goods goods;
    private readonly Quantity? lineOf;
    private readonly Money? max;

    private DiscountPercent(Percent percent, Personal personal, Goods goods, Quantity? lineOf, Money? max)
    {
        (this.percent, this.personal, this.goods) = (percent, personal, goods);
        (this.lineOf, this.max) = (lineOf, max);
    }

    public override EffectEntry InVocabulary => Entry;

    public override bool NeedsMember => personal.IsOwn;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => goods.On != GoodsKind.Basket || lineOf is not null;

    public Percent Percent => percent;

    public GoodsKind On => goods.On;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        var lines = sale.Basket.Lines.AsSpan();
        var sum = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            weights[i] = Covers(lines[i]) ? lines[i].Amount.Minor : 0;
            sum += weights[i];
        }

        var total = personal.Of(percent, sale.Member).Of(sum);
        if (max is { } most)
        {
            total = Math.Min(total, most.Minor);
        }

        Split.LargestRemainder(total, weights, shares);
    }

    internal override JsonObject? Offline(OfflineWords words) =>
        personal.IsOwn
            ? null
            : new JsonObject
            {
                ["off"] = "percent",
                ["percent"] = percent.BasisPoints,
                ["goods"] = OfflineWords.Of(goods),
                ["lineOf"] = lineOf?.Thousandths,
                ["max"] = max?.Minor,
            };

    public override string Sentence(Wording wording)
    {
        var (share, off) = (personal.Share(percent, wording), goods.Off(wording));
        var sentence = wording.Say($"{share} تخفیف{off}", $"{share} off{off}");
        if (lineOf is { } least)
        {
            var many = wording.Quantity(least);
            sentence = wording.Say(
                $"{sentence} در هر ردیف {many}تایی یا بیشتر",
                $"{sentence} in lines of {many} or more"
            );
        }

        return max is { } most
            ? wording.Say($"{sentence} تا {wording.Money(most)}", $"{sentence}, up to {wording.Money(most)}")
                + personal.Tell(wording)
            : sentence + personal.Tell(wording);
    }

    public override void Ask(FactsAsked facts)
    {
        goods.Ask(facts);
        personal.Ask(facts);
    }

    public override void Write(Utf8JsonWriter json)
    {
        Amounts.Write(json, Share.Name, percent);
        personal.Write(json);
        goods.Write(json);
        if (lineOf is { } least)
        {
            Amounts.Write(json, LineOf.Name, least);
        }

        Amounts.Write(json, Most.Name, max);
    }

    internal static Effect Read(ArgumentReader at)
    {
        var (percent, goods) = (at.Percent(Share) ?? default, Goods.Read(at, Goods.Args));
        return new DiscountPercent(percent, Personal.Read(at), goods, at.Quantity(LineOf), at.Money(Most));
    }

    private bool Covers(in BasketLine line) =>
        goods.Covers(line) && (lineOf is not { } least || line.Quantity.CompareTo(least) >= 0);
}
