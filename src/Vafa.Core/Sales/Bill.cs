using Vafa.Core.Ledger;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>What is to be paid after the discounts, line by line, and what wallets have paid of it so far.</summary>
/// <param name="toPay">Goods and shipping after discounts.</param>
internal sealed class Bill(Basket basket, Money[] discounts, long toPay)
{
    public long ToPay { get; } = toPay;

    /// <summary>What wallets paid of each line.</summary>
    public Money[] Spent { get; } = new Money[basket.Lines.Length];

    /// <summary>The sale is a fact: where and how much a unit pays is no question any more (semantics 9).</summary>
    public bool IsConcluded { get; init; }

    public long Paid { get; private set; }

    /// <summary>What of it was paid for goods.</summary>
    public long OnGoods { get; private set; }

    public SpendingRules RulesOf(Unit unit) => IsConcluded ? SpendingRules.None : unit.Spending;

    /// <summary>What a unit finds open where it may pay, of <paramref name="left"/> in all.</summary>
    public long OpenFor(SpendingRules rules, long left)
    {
        if (rules.ProductGroups.IsEmpty)
        {
            return left;
        }

        var open = 0L;
        for (var i = 0; i < Spent.Length; i++)
        {
            open += IsOf(rules, i) ? Left(i) : 0;
        }

        return Math.Min(open, left);
    }

    /// <summary>Pays the lines of the unit's product groups, by what is left to pay of each.</summary>
    public void PayGroups(SpendingRules rules, long money)
    {
        OnGoods += Split(money, i => IsOf(rules, i));
        Paid += money;
    }

    /// <summary>Pays goods by what is left to pay of each, then shipping in the same way.</summary>
    public void PayAll(long money)
    {
        if (money == 0)
        {
            return;
        }

        var onGoods = Split(money, i => basket.Lines[i].Kind == LineKind.Goods);
        Split(money - onGoods, i => basket.Lines[i].Kind == LineKind.Shipping);
        OnGoods += onGoods;
        Paid += money;
    }

    private bool IsOf(SpendingRules rules, int line) =>
        basket.Lines[line].Kind == LineKind.Goods
        && CodeList.Has(rules.ProductGroups.AsSpan(), basket.Lines[line].Group);

    private long Left(int line) => basket.Lines[line].Amount.Minor - discounts[line].Minor - Spent[line].Minor;

    private long Split(long money, Func<int, bool> which)
    {
        var weights = new long[Spent.Length];
        var shares = new long[Spent.Length];
        var sum = 0L;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = which(i) ? Left(i) : 0;
            sum += weights[i];
        }

        var part = Math.Min(money, sum);
        Values.Split.LargestRemainder(part, weights, shares);
        for (var i = 0; i < shares.Length; i++)
        {
            Spent[i] += new Money(shares[i]);
        }

        return part;
    }
}
