using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>The sale as conditions see it: basket, member, moment and the sums worked out once.</summary>
public readonly struct SaleContext
{
    public required Basket Basket { get; init; }

    /// <summary>Null for a guest.</summary>
    public MemberFacts? Member { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Business day of <see cref="At"/>.</summary>
    public required DateOnly Day { get; init; }

    public required ClubTime Time { get; init; }

    /// <summary>Goods at original price (semantics 7).</summary>
    public required Money Goods { get; init; }

    public required FactNeeds Needs { get; init; }

    /// <summary>The club's own festivals.</summary>
    public ImmutableArray<Festival> Festivals { get; init; }

    /// <summary>What the member bought of these goods before, all of them together; nothing for a guest.</summary>
    public BoughtFact Bought(in Goods goods)
    {
        if (Member is not { } member)
        {
            return default;
        }

        var (pieces, last) = (0L, (DateOnly?)null);
        var keys = Needs.Bought;
        for (var i = 0; i < keys.Length && i < member.Bought.Length; i++)
        {
            if (keys[i].On == goods.On && Offers.Conditions.CodeList.Has(goods.In.AsSpan(), keys[i].Code))
            {
                pieces += member.Bought[i].Thousandths;
                last = last is null || member.Bought[i].Last > last ? member.Bought[i].Last : last;
            }
        }

        return new BoughtFact(pieces, last);
    }

    /// <summary>Thousandths of these goods in the basket.</summary>
    public long InBasket(in Goods goods)
    {
        var pieces = 0L;
        foreach (ref readonly var line in Basket.Lines.AsSpan())
        {
            pieces += goods.Covers(line) ? line.Quantity.Thousandths : 0;
        }

        return pieces;
    }

    /// <summary>What the member did within a window; nothing for a guest or a window that was not read.</summary>
    public WindowFact In(Window window)
    {
        if (Member is not { } member)
        {
            return default;
        }

        var windows = Needs.Windows;
        for (var i = 0; i < windows.Length && i < member.Windows.Length; i++)
        {
            if (windows[i] == window)
            {
                return member.Windows[i];
            }
        }

        return default;
    }
}
