using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>Pieces of one product for nothing; none of one that was taken off the list.</summary>
internal static class FreePieces
{
    /// <summary>Off the lines where it stands, in their order.</summary>
    public static void TakeOff(string product, Quantity quantity, Basket basket, Span<long> shares)
    {
        shares.Clear();
        var lines = basket.Lines.AsSpan();
        var left = basket.Gone.Contains(product) ? 0 : quantity.Thousandths;
        for (var i = 0; i < lines.Length && left > 0; i++)
        {
            if (!Is(product, lines[i]))
            {
                continue;
            }

            var taken = Math.Min(left, lines[i].Quantity.Thousandths);
            shares[i] = (long)((Int128)lines[i].Amount.Minor * taken / lines[i].Quantity.Thousandths);
            left -= taken;
        }
    }

    /// <summary>What of it does not stand in the basket.</summary>
    public static Quantity Rest(string product, Quantity quantity, Basket basket)
    {
        var left = basket.Gone.Contains(product) ? 0 : quantity.Thousandths;
        foreach (ref readonly var line in basket.Lines.AsSpan())
        {
            if (Is(product, line))
            {
                left -= Math.Min(left, line.Quantity.Thousandths);
            }
        }

        return new Quantity(left);
    }

    private static bool Is(string product, in BasketLine line) =>
        line.Kind == LineKind.Goods
        && line.Quantity.Thousandths > 0
        && string.Equals(line.Sku, product, StringComparison.Ordinal);
}
