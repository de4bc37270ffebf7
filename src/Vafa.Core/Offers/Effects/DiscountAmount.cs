using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// So much money off, at most the price of what it is taken off: once from all goods or some of them, or from each line
/// or each whole piece of them.
/// </summary>
public sealed class DiscountAmount(Money amount, Goods goods, DiscountEach each) : Effect
{
    private static readonly Arg Much = Arg.Money("amount", "مبلغ", "Amount", min: 1);

    private static readonly Choices<DiscountEach> EachWords = new(
        ("sale", DiscountEach.Sale, "یک بار در خرید", "once in the sale"),
        ("line", DiscountEach.Line, "از هر ردیف", "off each line"),
        ("piece", DiscountEach.Piece, "از هر عدد", "off each piece")
    );

    private static readonly Arg Each = EachWords.Arg("each", "چند بار", "How often");

    public static readonly EffectEntry Entry = new(
        "discountAmount",
        new("مبلغی تخفیف", "An amount off"),
        new(
            "مبلغی ثابت کم می‌شود: یک بار از خرید، یا از هر ردیف یا هر عدد کالاهایی معین.",
            "A fixed amount is taken off: once, or off each line or each piece of some goods."
        ),
        """{"amount": 500000}"""
    )
    {
        About = WordAbout.Discount,
        Args = [Much, .. Goods.Args, Each],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => goods.On != GoodsKind.Basket || each != DiscountEach.Sale;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        var lines = sale.Basket.Lines.AsSpan();
        var sum = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            weights[i] = goods.Covers(lines[i]) ? lines[i].Amount.Minor : 0;
            sum += weights[i];
        }

        if (each == DiscountEach.Sale)
        {
            Split.LargestRemainder(Math.Min(amount.Minor, sum), weights, shares);
            return;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var times = each == DiscountEach.Line ? 1 : lines[i].Pieces;
            shares[i] = (long)Int128.Min((Int128)amount.Minor * times, weights[i]);
        }
    }

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["off"] = "amount",
            ["amount"] = amount.Minor,
            ["goods"] = OfflineWords.Of(goods),
            ["each"] = EachWords.WordOf(each),
        };

    public override string Sentence(Wording wording)
    {
        var (money, off) = (wording.Money(amount), goods.Off(wording));
        return each switch
        {
            DiscountEach.Line => wording.Say(
                $"{money} تخفیف از هر ردیف{goods.Of(wording)}",
                $"{money} off each line{goods.Of(wording)}"
            ),
            DiscountEach.Piece => wording.Say(
                $"{money} تخفیف از هر عدد{goods.Of(wording)}",
                $"{money} off each piece{goods.Of(wording)}"
            ),
            DiscountEach.Sale => wording.Say($"{money} تخفیف{off}", $"{money} off{off}"),
            _ => "",
        };
    }

    public override void Ask(FactsAsked facts) => goods.Ask(facts);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber(Much.Name, amount.Minor);
        goods.Write(json);
        json.WriteString(Each.Name, EachWords.WordOf(each));
    }

    internal static Effect Read(ArgumentReader at)
    {
        var (amount, goods) = (at.Money(Much) ?? default, Goods.Read(at, Goods.Args));
        return new DiscountAmount(amount, goods, EachWords.Read(at, Each));
    }
}

/// <summary>How often an amount is taken off.</summary>
public enum DiscountEach
{
    Sale,
    Line,
    Piece,
}
