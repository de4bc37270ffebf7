using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// An offer that this sale has earned, with what it gives alone and how far it could reach beside others.
/// </summary>
internal struct Candidate
{
    public OfferSketch Sketch;

    /// <summary>What it gives without any other offer.</summary>
    public Score Alone;

    /// <summary>
    /// The most it can earn in units that may be spent, beside any others: worth, in ten-thousandths.
    /// </summary>
    public Int128 MostCredit;

    /// <summary>The same of other units.</summary>
    public Int128 MostPoints;

    /// <summary>
    /// What it earns, hands over and promises does not hang on what other offers take off; then the four below hold it.
    /// </summary>
    public bool IsFixed;

    /// <summary>Worth of that, in ten-thousandths.</summary>
    public Int128 Earned;

    public Int128 Credit;

    public Int128 Points;

    /// <summary>Whether it is anything at all, if only worth nothing.</summary>
    public bool Earns;

    /// <summary>All it earns, where that is one percentage of what is paid for goods.</summary>
    public Back Back;
}

/// <summary>A percentage of what is paid for goods that comes back, with this member's own worked out.</summary>
/// <param name="Share">In hundredths of a percent; 0: there is none.</param>
/// <param name="Most">Of the unit, in its smallest.</param>
internal readonly record struct Back(int Share, long Most, Worth Worth, bool MaySpend)
{
    public bool Earn(long goods, ref Score score)
    {
        var amount = Math.Min(EarningBase.Share(goods, Share, Percent.Hundred.BasisPoints), Most);
        var worth = Worth.Scaled(amount);
        score.Value += worth;
        if (MaySpend)
        {
            score.Credit += worth;
        }
        else
        {
            score.Points += worth;
        }

        return amount > 0;
    }
}

/// <summary>
/// How much an offer, or several, can add at most to any combination. Other offers only cut discounts and shrink the
/// earning base, so what an offer gives alone bounds what it gives beside others.
/// </summary>
internal struct Reach
{
    /// <summary>Worth, in ten-thousandths.</summary>
    public Int128 Value;

    public long OffGoods;

    public long OffShipping;

    /// <summary>Worth that does not hang on what is paid for goods, without discounts on goods.</summary>
    public Int128 Fixed;

    /// <summary>Worth in ten-thousandths for each 10,000 paid for goods.</summary>
    public Int128 Slope;

    /// <summary>At least as far as another in each respect.</summary>
    public void Raise(in Reach other)
    {
        Value = Int128.Max(Value, other.Value);
        OffGoods = Math.Max(OffGoods, other.OffGoods);
        OffShipping = Math.Max(OffShipping, other.OffShipping);
        Fixed = Int128.Max(Fixed, other.Fixed);
        Slope = Int128.Max(Slope, other.Slope);
    }

    public void Add(in Reach more)
    {
        Value += more.Value;
        OffGoods += more.OffGoods;
        OffShipping += more.OffShipping;
        Fixed += more.Fixed;
        Slope += more.Slope;
    }

    public void Take(in Reach less)
    {
        Value -= less.Value;
        OffGoods -= less.OffGoods;
        OffShipping -= less.OffShipping;
        Fixed -= less.Fixed;
        Slope -= less.Slope;
    }
}
