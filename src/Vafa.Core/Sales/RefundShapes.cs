using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>A line as it was recorded. Imported history may hold lines of quantity 0.</summary>
/// <param name="No">1, 2, 3 …</param>
/// <param name="Amount">Original price of the whole line.</param>
/// <param name="Spent">Wallet money on it.</param>
public readonly record struct SoldLine(
    int No,
    LineKind Kind,
    Quantity Quantity,
    Money Amount,
    Money Discount,
    Money Spent
)
{
    /// <summary>What was paid for it with money.</summary>
    public Money Paid => Amount - Discount - Spent;
}

/// <summary>What earlier refunds gave back of one line; one or several of them for a line.</summary>
public readonly record struct RefundedLine(int No, Quantity Quantity, Money Money, Money Spent);

/// <summary>So much of a line is brought back.</summary>
public readonly record struct RefundRequest(int Line, Quantity Quantity);

/// <summary>What this refund gives back of one line.</summary>
/// <param name="Money">Paid money.</param>
/// <param name="Spent">Wallet money; the units go back to their lots.</param>
public readonly record struct RefundPart(int Line, Quantity Quantity, Money Money, Money Spent);

/// <summary>How far a sale is given back.</summary>
/// <param name="GoodsKept">Goods the customer still has, at original price.</param>
/// <param name="SpentBack">Wallet money given back so far.</param>
/// <param name="IsWhole">All goods are back (where there were none: all lines). Such a sale is no visit.</param>
public readonly record struct RefundState(Money GoodsKept, Money SpentBack, bool IsWhole);

/// <summary>
/// One refund, worked out: what goes back now, and how far the sale is given back before and after it.
/// </summary>
public sealed record RefundPlan(
    ImmutableArray<RefundPart> Parts,
    Money GoodsSold,
    Money SpentSold,
    RefundState Before,
    RefundState After
)
{
    public Money Money { get; } = new(Parts.Sum(p => p.Money.Minor));

    public Money Spent { get; } = new(Parts.Sum(p => p.Spent.Minor));

    /// <summary>This refund makes the sale a wholly refunded one: its visit, uses and budget are freed now.</summary>
    public bool BecomesWhole => After.IsWhole && !Before.IsWhole;

    /// <summary>What of an earning no longer stood before this refund.</summary>
    public long ReversedBefore(long earned) => earned - RefundMath.StaysEarned(earned, Before, GoodsSold);

    /// <summary>What of an earning is to be taken back now.</summary>
    public long ReversedNow(long earned) =>
        earned - RefundMath.StaysEarned(earned, After, GoodsSold) - ReversedBefore(earned);

    /// <summary>How many of the spent units are back after this refund, all refunds together.</summary>
    public long UnitsBack(long spentUnits) => RefundMath.UnitsBack(spentUnits, After, SpentSold);
}
