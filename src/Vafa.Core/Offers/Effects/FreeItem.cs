using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// So many pieces of a product for nothing: off the lines where it stands in the basket, in their order, and the rest
/// to be handed over, valued at product price (semantics 5).
/// </summary>
public sealed class FreeItem(string product, Quantity quantity) : Effect
{
    public const string Name = "freeItem";

    public override string Word => Name;

    public override bool TakesOff => true;

    public string Product => product;

    public override void TakeOff(in SaleContext sale, Span<long> weights, Span<long> shares)
    {
        shares.Clear();
        var lines = sale.Basket.Lines.AsSpan();
        var left = quantity.Thousandths;
        for (var i = 0; i < lines.Length && left > 0; i++)
        {
            if (!Is(lines[i]))
            {
                continue;
            }

            var taken = Math.Min(left, lines[i].Quantity.Thousandths);
            shares[i] = (long)((Int128)lines[i].Amount.Minor * taken / lines[i].Quantity.Thousandths);
            left -= taken;
        }
    }

    public override Quantity HandOver(in SaleContext sale)
    {
        var left = quantity.Thousandths;
        foreach (ref readonly var line in sale.Basket.Lines.AsSpan())
        {
            if (Is(line))
            {
                left -= Math.Min(left, line.Quantity.Thousandths);
            }
        }

        return new Quantity(left);
    }

    public override string Sentence(Wording wording)
    {
        var (pieces, name) = (wording.Quantity(quantity), wording.NameInside(NameKind.Product, product));
        return wording.Say($"{pieces} عدد {name} رایگان", $"{pieces} {name} free");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("product", product);
        Amounts.Write(json, "quantity", quantity);
    }

    internal static Effect Read(ArgumentReader at) =>
        new FreeItem(at.Fields.Code("product", required: true) ?? "", at.Fields.Quantity("quantity") ?? Quantity.One);

    private bool Is(in BasketLine line) =>
        line.Kind == LineKind.Goods
        && line.Quantity.Thousandths > 0
        && string.Equals(line.Sku, product, StringComparison.Ordinal);
}
