using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// A stamp card: of the pieces a member buys of some goods over time, every nth is free or cheaper. For each card that
/// this sale fills, its cheapest piece is the one. Pieces that were free count as bought.
/// </summary>
public sealed class StampReward(Goods goods, int every, Percent percent) : Effect
{
    private static readonly Arg Every = Arg.Whole("every", "هر چند عدد یکی", "Every so many, one", 2, 1_000) with
    {
        Start = "10",
    };

    private static readonly Arg Share = Arg.Percent() with { Optional = true, Start = "100" };

    public static readonly EffectEntry Entry = new(
        "stampCard",
        new("کارت مهر: نُه تا بخر، دهمی رایگان", "Stamp card: buy nine, the tenth free"),
        new(
            "از کالاهایی که عضو به‌مرور می‌خرد، هر چندمین عدد رایگان یا ارزان‌تر است.",
            "Of the goods a member buys over time, every nth piece is free or cheaper."
        ),
        """{"on": "productGroup", "in": ["coffee"], "every": 10, "percent": 100}"""
    )
    {
        About = WordAbout.Discount,
        Args = [.. Goods.PastArgs, Every, Share],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override bool NeedsMember => true;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        weights.Clear();
        var left = sale.Member is null ? 0 : StampCard.Filled(goods, every, sale);
        var runs = new PiecesByValue(goods, sale.Basket, cheapestFirst: true);
        while (left > 0 && runs.Next())
        {
            var taken = Math.Min(left, runs.Count);
            weights[runs.Line] = PiecesByValue.Worth(sale.Basket.Lines[runs.Line], taken);
            left -= taken;
        }

        PieceShares.Percent(percent, weights, shares);
    }

    public override long Near(in SaleContext sale) => sale.Member is null ? 0 : StampCard.Missing(goods, every, sale);

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["off"] = "stamps",
            ["every"] = every,
            ["percent"] = percent.BasisPoints,
            ["goods"] = OfflineWords.Of(goods),
            ["bought"] = words.Bought(goods),
        };

    public override string Sentence(Wording wording)
    {
        var (n, share, names) = (wording.Number(every), wording.Percent(percent), goods.Names(wording));
        return percent == Percent.Hundred
            ? wording.Say($"از هر {n} عدد {names} یکی رایگان", $"every {n}th of {names} free")
            : wording.Say($"از هر {n} عدد {names} یکی با {share} تخفیف", $"every {n}th of {names} at {share} off");
    }

    public override void Ask(FactsAsked facts) => facts.Bought(goods);

    public override void Write(Utf8JsonWriter json)
    {
        goods.Write(json);
        json.WriteNumber(Every.Name, every);
        Amounts.Write(json, Share.Name, percent);
    }

    internal static Effect Read(ArgumentReader at)
    {
        var goods = Goods.Read(at, Goods.PastArgs);
        return new StampReward(goods, (int)(at.Whole(Every) ?? 2), at.Percent(Share) ?? Percent.Hundred);
    }
}
