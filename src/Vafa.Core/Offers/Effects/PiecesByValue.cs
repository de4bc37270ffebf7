using Vafa.Core.Sales;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// The whole pieces of some goods in a basket, the dearest first (or the cheapest), of equal ones the earlier line
/// first; a run is the pieces of one line. Weighed goods count by their whole pieces.
/// </summary>
internal ref struct PiecesByValue
{
    private readonly Goods goods;
    private readonly ReadOnlySpan<BasketLine> lines;
    private readonly bool cheapestFirst;
    private long last;
    private int lastLine;
    private bool begun;

    public PiecesByValue(in Goods goods, Basket basket, bool cheapestFirst)
    {
        this.goods = goods;
        this.cheapestFirst = cheapestFirst;
        lines = basket.Lines.AsSpan();
        Line = -1;
    }

    /// <summary>Line of the run.</summary>
    public int Line { get; private set; }

    /// <summary>How many pieces it holds.</summary>
    public readonly long Count => lines[Line].Pieces;

    /// <summary>Goes to the next run; false when there is none.</summary>
    public bool Next()
    {
        var next = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Pieces > 0 && goods.Covers(lines[i]) && IsBehind(i) && (next < 0 || Before(i, next)))
            {
                next = i;
            }
        }

        if (next < 0)
        {
            return false;
        }

        (begun, last, lastLine, Line) = (true, lines[next].PieceValue, next, next);
        return true;
    }

    /// <summary>What so many pieces of a line cost at original price, rounded down.</summary>
    public static long Worth(in BasketLine line, long pieces) =>
        (long)((Int128)line.Amount.Minor * pieces * 1_000 / line.Quantity.Thousandths);

    private readonly bool IsBehind(int i)
    {
        var value = lines[i].PieceValue;
        return !begun
            || (
                value == last ? i > lastLine
                : cheapestFirst ? value > last
                : value < last
            );
    }

    private readonly bool Before(int a, int b)
    {
        var (first, second) = (lines[a].PieceValue, lines[b].PieceValue);
        return first == second ? a < b
            : cheapestFirst ? first < second
            : first > second;
    }
}
