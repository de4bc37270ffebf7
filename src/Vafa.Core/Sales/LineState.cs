using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>How far one line is given back.</summary>
/// <param name="Back">Quantity that came back, in thousandths.</param>
/// <param name="WasGivenBack">Whether a refund holds the line: the only sign of it where its quantity is 0.</param>
internal readonly record struct LineState(SoldLine Line, long Back, long MoneyBack, long SpentBack, bool WasGivenBack)
{
    public static LineState Of(in SoldLine line, IReadOnlyList<RefundedLine> already)
    {
        var state = new LineState(line, 0, 0, 0, WasGivenBack: false);
        foreach (var back in already)
        {
            if (back.No == line.No)
            {
                state = state with
                {
                    Back = state.Back + back.Quantity.Thousandths,
                    MoneyBack = state.MoneyBack + back.Money.Minor,
                    SpentBack = state.SpentBack + back.Spent.Minor,
                    WasGivenBack = true,
                };
            }
        }

        return state;
    }

    public Quantity Left => new(Line.Quantity.Thousandths - Back);

    public bool HasLeft => Line.Quantity.Thousandths == 0 ? !WasGivenBack : Left.Thousandths > 0;

    /// <summary>A line of quantity 0 and price 0 is nothing that could be brought back.</summary>
    public bool IsReturned => !HasLeft || (Line.Quantity.Thousandths == 0 && Line.Amount.Minor == 0);

    /// <summary>What the customer still has of it, at original price.</summary>
    public long Kept => Line.Amount.Minor - ShareBack(Line.Amount.Minor);

    /// <summary>
    /// Gives a quantity back. Shares are of the line as it was sold, so that three thirds are the whole.
    /// </summary>
    public (RefundPart Part, LineState After) GiveBack(Quantity quantity)
    {
        var after = this with { Back = Back + quantity.Thousandths, WasGivenBack = true };
        after = after with
        {
            MoneyBack = after.ShareBack(Line.Paid.Minor),
            SpentBack = after.ShareBack(Line.Spent.Minor),
        };
        var part = new RefundPart(
            Line.No,
            quantity,
            new Money(after.MoneyBack - MoneyBack),
            new Money(after.SpentBack - SpentBack)
        );
        return (part, after);
    }

    private long ShareBack(long value) =>
        Line.Quantity.Thousandths == 0
            ? (WasGivenBack ? value : 0)
            : RefundMath.Share(value, Back, Line.Quantity.Thousandths);
}
