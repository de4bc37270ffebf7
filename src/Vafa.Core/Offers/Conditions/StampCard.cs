using Vafa.Core.Sales;

namespace Vafa.Core.Offers.Conditions;

/// <summary>A card that fills with every piece bought, and begins again when it is full.</summary>
internal static class StampCard
{
    /// <summary>How many cards this sale fills.</summary>
    public static long Filled(in Goods goods, int every, in SaleContext sale)
    {
        var (before, now) = Counted(goods, sale);
        return ((before + now) / every) - (before / every);
    }

    /// <summary>Thousandths of pieces more that would fill one with this sale; 0 when one is filled.</summary>
    public static long Missing(in Goods goods, int every, in SaleContext sale)
    {
        var (before, now) = Counted(goods, sale);
        return (before + now) / every > before / every ? 0 : (every - ((before + now) % every)) * 1_000;
    }

    private static (long Before, long Now) Counted(in Goods goods, in SaleContext sale) =>
        (sale.Bought(goods).Thousandths / 1_000, Whole(goods, sale));

    private static long Whole(in Goods goods, in SaleContext sale)
    {
        var pieces = 0L;
        foreach (ref readonly var line in sale.Basket.Lines.AsSpan())
        {
            pieces += goods.Covers(line) ? line.Pieces : 0;
        }

        return pieces;
    }
}
