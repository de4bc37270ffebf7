using Vafa.Core.Ledger;

namespace Vafa.Core.Offers;

/// <summary>
/// What a combination of offers is worth to the customer in one sale (semantics 4). Values are exact, in
/// ten-thousandths of the smallest money unit.
/// </summary>
internal struct Score
{
    /// <summary>Discounts + what offers earn × worth + goods handed over.</summary>
    public Int128 Value;

    /// <summary>Off goods, in money.</summary>
    public long OffGoods;

    /// <summary>Off shipping, in money.</summary>
    public long OffShipping;

    /// <summary>Worth of what is earned in units that may be spent.</summary>
    public Int128 Credit;

    /// <summary>Worth of what is earned in other units.</summary>
    public Int128 Points;

    /// <summary>
    /// What <c>maxValue</c> takes from <see cref="Value"/> by rounding amounts down to whole ones: with it no larger
    /// combination can beat the bound of the search by a fraction.
    /// </summary>
    public Int128 Slack;

    /// <summary>How many of its offers give nothing in it.</summary>
    public int Idle;

    public readonly Int128 Upper => Value + Slack;

    public readonly long Discount => OffGoods + OffShipping;

    /// <summary>
    /// Positive when the first is better: worth more; then more discount, more credit, more points.
    /// </summary>
    public static int CompareWorth(in Score a, in Score b)
    {
        if (a.Value != b.Value)
        {
            return a.Value.CompareTo(b.Value);
        }

        if (a.Discount != b.Discount)
        {
            return a.Discount.CompareTo(b.Discount);
        }

        return a.Credit != b.Credit ? a.Credit.CompareTo(b.Credit) : a.Points.CompareTo(b.Points);
    }

    /// <summary>
    /// The last tie: both lists hold places in the order of priority, then age. The first difference decides, the
    /// earlier place wins; where one list only goes on, the longer one wins.
    /// </summary>
    public static int CompareOffers(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = Math.Min(a.Length, b.Length);
        for (var i = 0; i < shared; i++)
        {
            if (a[i] != b[i])
            {
                return b[i].CompareTo(a[i]);
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    /// <summary>Ten-thousandths as whole money, rounded down.</summary>
    public static long Whole(Int128 scaled) => (long)(scaled / Worth.Scale);
}
