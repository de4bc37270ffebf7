using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// A percentage off the cheapest or the dearest pieces of some goods, so many of them. With 100 % they are free. It
/// wants more pieces in the basket than it takes off, or everything of a small basket would be free.
/// </summary>
public sealed class ItemDiscount(bool isCheapest, Percent percent, int pieces, Goods goods) : Effect
{
    private static readonly Choices<bool> WhichWords = new(
        ("cheapest", true, "ارزان‌ترین", "the cheapest"),
        ("dearest", false, "گران‌ترین", "the dearest")
    );

    private static readonly Arg Which = WhichWords.Arg("which", "کدام", "Which");
    private static readonly Arg Share = Arg.Percent() with { Start = "100" };

    private static readonly Arg Count = Arg.Whole("quantity", "چند عدد", "How many", 1, 1_000) with
    {
        Optional = true,
        Start = "1",
    };

    public static readonly EffectEntry Entry = new(
        "itemDiscount",
        new("ارزان‌ترین یا گران‌ترین کالا", "The cheapest or the dearest piece"),
        new(
            "درصدی از ارزان‌ترین یا گران‌ترین عدد خرید؛ با ۱۰۰ درصد رایگان است. خرید باید یک عدد بیش از آن داشته باشد.",
            "A percentage off the cheapest or dearest piece; free with 100 %. The basket must hold one piece more."
        ),
        """{"which": "cheapest", "percent": 100, "on": "productGroup", "in": ["cake"]}"""
    )
    {
        About = WordAbout.Discount,
        Args = [Which, Share, Count, .. Goods.Args],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        weights.Clear();
        var left = Near(sale) > 0 ? 0L : pieces;
        var runs = new PiecesByValue(goods, sale.Basket, isCheapest);
        while (left > 0 && runs.Next())
        {
            var taken = Math.Min(left, runs.Count);
            weights[runs.Line] = PiecesByValue.Worth(sale.Basket.Lines[runs.Line], taken);
            left -= taken;
        }

        PieceShares.Percent(percent, weights, shares);
    }

    public override long Near(in SaleContext sale) => PieceShares.Lacking(pieces + 1, goods, sale.Basket);

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["off"] = "item",
            ["cheapest"] = isCheapest,
            ["percent"] = percent.BasisPoints,
            ["pieces"] = pieces,
            ["goods"] = OfflineWords.Of(goods),
        };

    public override string Sentence(Wording wording)
    {
        var (share, count, of) = (wording.Percent(percent), wording.Number(pieces), goods.Of(wording));
        var which = WhichWords.Say(isCheapest, wording);
        var (fa, en) = pieces == 1 ? ("عدد", "piece") : ($"{count} عدد", $"{count} pieces");
        return percent == Percent.Hundred
            ? wording.Say($"{which} {fa}{of} رایگان", $"{which} {en}{of} free")
            : wording.Say($"{share} تخفیف روی {which} {fa}{of}", $"{share} off {which} {en}{of}");
    }

    public override void Ask(FactsAsked facts) => goods.Ask(facts);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString(Which.Name, WhichWords.WordOf(isCheapest));
        Amounts.Write(json, Share.Name, percent);
        json.WriteNumber(Count.Name, pieces);
        goods.Write(json);
    }

    internal static Effect Read(ArgumentReader at) =>
        new ItemDiscount(
            WhichWords.Read(at, Which),
            at.Percent(Share) ?? default,
            (int)(at.Whole(Count) ?? 1),
            Goods.Read(at, Goods.Args)
        );
}
