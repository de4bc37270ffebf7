using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// Some goods at one price a piece (or kilogram); what costs less already is left alone. With a quantity, only so many
/// of them, the dearest first.
/// </summary>
public sealed class FixedPrice(Money price, Goods goods, Quantity? quantity) : Effect
{
    private static readonly Arg Price = Arg.Money("price", "بهای هر عدد", "Price of a piece");

    private static readonly Arg Many = Arg.Quantity("دست‌بالا چند عدد", "At most so many") with { Optional = true };

    public static readonly EffectEntry Entry = new(
        "fixedPrice",
        new("بهای ثابت", "A fixed price"),
        new(
            "این کالاها هر عدد به یک بها؛ آنچه ارزان‌تر است دست نمی‌خورد.",
            "These goods at one price a piece; what costs less is left alone."
        ),
        """{"price": 800000, "on": "product", "in": ["latte"]}"""
    )
    {
        About = WordAbout.Discount,
        Args = [Price, .. Goods.NamedArgs, Many],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares)
    {
        shares.Clear();
        var lines = sale.Basket.Lines.AsSpan();
        var left = quantity?.Thousandths ?? long.MaxValue;
        while (left > 0 && Dearest(lines, shares) is >= 0 and var i)
        {
            ref readonly var line = ref lines[i];
            var taken = Math.Min(left, line.Quantity.Thousandths);
            var worth = (Int128)line.Amount.Minor * taken / line.Quantity.Thousandths;
            // A sliver of weighed goods may come to nothing; −1 says that its line is done.
            shares[i] =
                worth > new Quantity(taken).Times(price).Minor
                    ? (long)(worth - new Quantity(taken).Times(price).Minor)
                    : -1;
            left -= taken;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Max(0, shares[i]);
        }
    }

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["off"] = "price",
            ["price"] = price.Minor,
            ["goods"] = OfflineWords.Of(goods),
            ["quantity"] = quantity?.Thousandths,
        };

    public override string Sentence(Wording wording)
    {
        var (money, names) = (wording.Money(price), goods.Names(wording));
        return quantity is { } q
            ? wording.Say(
                $"{names} هر عدد {money}، تا {wording.Quantity(q)} عدد",
                $"{names} at {money} each, up to {wording.Quantity(q)}"
            )
            : wording.Say($"{names} هر عدد {money}", $"{names} at {money} each");
    }

    public override void Ask(FactsAsked facts) => goods.Ask(facts);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber(Price.Name, price.Minor);
        goods.Write(json);
        if (quantity is { } q)
        {
            Amounts.Write(json, Many.Name, q);
        }
    }

    internal static Effect Read(ArgumentReader at) =>
        new FixedPrice(at.Money(Price) ?? default, Goods.Read(at, Goods.NamedArgs), at.Quantity(Many));

    /// <summary>
    /// The line with the dearest pieces that has no share yet and costs more than the price; else −1.
    /// </summary>
    private int Dearest(ReadOnlySpan<BasketLine> lines, ReadOnlySpan<long> shares)
    {
        var dearest = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            if (
                shares[i] == 0
                && lines[i].PieceValue > price.Minor
                && goods.Covers(lines[i])
                && (dearest < 0 || lines[i].PieceValue > lines[dearest].PieceValue)
            )
            {
                dearest = i;
            }
        }

        return dearest;
    }
}
