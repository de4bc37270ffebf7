using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// Of every so many pieces of some goods, the cheapest at a percentage off: the second at half price, three for two.
/// Pieces are put in order from the dearest, and every nth is the one.
/// </summary>
public sealed class QuantityStep(int every, Percent percent, Goods goods, int? most) : Effect
{
    private static readonly Arg Every = Arg.Whole("every", "از هر چند عدد", "Of every so many", 2, 1_000) with
    {
        Start = "2",
    };

    private static readonly Arg Share = Arg.Percent() with { Start = "50" };

    private static readonly Arg Most = Arg.Whole("times", "دست‌بالا چند بار", "At most so often", 1, 1_000) with
    {
        Optional = true,
    };

    public static readonly EffectEntry Entry = new(
        "quantityStep",
        new("دومی نصف قیمت، سه تا به بهای دو تا", "Second at half price, three for two"),
        new(
            "از هر چند عدد این کالاها، ارزان‌ترینشان با این درصد تخفیف.",
            "Of every so many pieces of these goods, the cheapest with this percentage off."
        ),
        """{"every": 2, "percent": 50, "on": "productGroup", "in": ["cake"]}"""
    )
    {
        About = WordAbout.Discount,
        Args = [Every, Share, .. Goods.Args, Most],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        weights.Clear();
        var (seen, left) = (0L, most ?? long.MaxValue);
        var runs = new PiecesByValue(goods, sale.Basket, cheapestFirst: false);
        while (left > 0 && runs.Next())
        {
            var taken = Math.Min(left, ((seen + runs.Count) / every) - (seen / every));
            seen += runs.Count;
            left -= taken;
            weights[runs.Line] = PiecesByValue.Worth(sale.Basket.Lines[runs.Line], taken);
        }

        PieceShares.Percent(percent, weights, shares);
    }

    public override long Near(in SaleContext sale) => PieceShares.Lacking(every, goods, sale.Basket);

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["off"] = "step",
            ["every"] = every,
            ["percent"] = percent.BasisPoints,
            ["goods"] = OfflineWords.Of(goods),
            ["times"] = most,
        };

    public override string Sentence(Wording wording)
    {
        var (n, share, of) = (wording.Number(every), wording.Percent(percent), goods.Of(wording));
        var sentence =
            percent == Percent.Hundred
                ? wording.Say($"از هر {n} عدد{of} یکی رایگان", $"one of every {n} pieces{of} free")
                : wording.Say($"از هر {n} عدد{of} یکی با {share} تخفیف", $"one of every {n} pieces{of} at {share} off");
        return most is { } times
            ? wording.Say(
                $"{sentence}، دست‌بالا {wording.Number(times)} بار",
                $"{sentence}, at most {wording.Number(times)} times"
            )
            : sentence;
    }

    public override void Ask(FactsAsked facts) => goods.Ask(facts);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber(Every.Name, every);
        Amounts.Write(json, Share.Name, percent);
        goods.Write(json);
        Amounts.Write(json, Most.Name, most);
    }

    internal static Effect Read(ArgumentReader at)
    {
        var (every, percent) = ((int)(at.Whole(Every) ?? 2), at.Percent(Share) ?? default);
        return new QuantityStep(every, percent, Goods.Read(at, Goods.Args), (int?)at.Whole(Most));
    }
}
