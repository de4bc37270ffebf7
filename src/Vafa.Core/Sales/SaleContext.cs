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
