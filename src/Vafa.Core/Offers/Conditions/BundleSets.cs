using Vafa.Core.Sales;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// Sets of a bundle in a basket. Parts are filled in their order, each with the dearest pieces that are left; a piece
/// counts once.
/// </summary>
internal static class BundleSets
{
    private const int FewLines = 64;

    /// <summary>More than so many sets of one sale are not formed.</summary>
    private const int MostSets = 1_000;

    /// <summary>Thousandths of pieces that the first set lacks; 0 when there is one.</summary>
    public static long Missing(ReadOnlySpan<BundleItem> items, Basket basket)
    {
        var lines = basket.Lines.AsSpan();
        Span<long> left = lines.Length <= FewLines ? stackalloc long[lines.Length] : new long[lines.Length];
        Fill(lines, left);
        var missing = 0L;
        foreach (ref readonly var item in items)
        {
            missing += item.Pieces - Take(item, lines, left, []);
        }

        return missing * 1_000;
    }

    /// <summary>
    /// Forms as many sets as there are, at most so many, and says of each line how many pieces went into sets that are
    /// worth more than <paramref name="price"/>; gives what those sets are worth beyond it, together.
    /// </summary>
    public static long Form(ReadOnlySpan<BundleItem> items, Basket basket, int most, long price, Span<long> taken)
    {
        var lines = basket.Lines.AsSpan();
        Span<long> left = lines.Length <= FewLines ? stackalloc long[lines.Length] : new long[lines.Length];
        Span<long> set = lines.Length <= FewLines ? stackalloc long[lines.Length] : new long[lines.Length];
        Fill(lines, left);
        taken.Clear();
        var beyond = 0L;
        for (var n = 0; n < Math.Min(most, MostSets); n++)
        {
            set.Clear();
            foreach (ref readonly var item in items)
            {
                if (Take(item, lines, left, set) < item.Pieces)
                {
                    return beyond;
                }
            }

            var worth = 0L;
            for (var i = 0; i < lines.Length; i++)
            {
                worth += set[i] * lines[i].PieceValue;
            }

            if (worth <= price)
            {
                continue;
            }

            beyond += worth - price;
            for (var i = 0; i < lines.Length; i++)
            {
                taken[i] += set[i];
            }
        }

        return beyond;
    }

    private static void Fill(ReadOnlySpan<BasketLine> lines, Span<long> left)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            left[i] = lines[i].Kind == LineKind.Goods ? lines[i].Pieces : 0;
        }
    }

    /// <summary>Takes the dearest pieces for one part, as many as there are.</summary>
    private static long Take(in BundleItem item, ReadOnlySpan<BasketLine> lines, Span<long> left, Span<long> into)
    {
        var taken = 0L;
        while (taken < item.Pieces)
        {
            var dearest = -1;
            for (var i = 0; i < lines.Length; i++)
            {
                if (
                    left[i] > 0
                    && item.Goods.Covers(lines[i])
                    && (dearest < 0 || lines[i].PieceValue > lines[dearest].PieceValue)
                )
                {
                    dearest = i;
                }
            }

            if (dearest < 0)
            {
                return taken;
            }

            var now = Math.Min(left[dearest], item.Pieces - taken);
            left[dearest] -= now;
            taken += now;
            if (!into.IsEmpty)
            {
                into[dearest] += now;
            }
        }

        return taken;
    }
}
