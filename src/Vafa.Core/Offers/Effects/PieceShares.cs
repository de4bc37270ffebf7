using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>What the effects on pieces have in common.</summary>
internal static class PieceShares
{
    /// <summary>
    /// A percentage of what the pieces are worth, rounded down once and shared by largest remainder (semantics 2).
    /// </summary>
    public static void Percent(Percent percent, ReadOnlySpan<long> worths, Span<long> shares)
    {
        var sum = 0L;
        foreach (var worth in worths)
        {
            sum += worth;
        }

        Split.LargestRemainder(percent.Of(sum), worths, shares);
    }

    /// <summary>Thousandths of pieces of these goods that the basket lacks to so many.</summary>
    public static long Lacking(long pieces, in Goods goods, Basket basket)
    {
        foreach (ref readonly var line in basket.Lines.AsSpan())
        {
            pieces -= goods.Covers(line) ? line.Pieces : 0;
        }

        return Math.Max(0, pieces) * 1_000;
    }
}
