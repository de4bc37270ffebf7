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
}
