using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The one place where a sale is decided. The till's preview, the quote, the sale itself and every replay call it; it
/// knows no clock and no database.
/// </summary>
public static class Decide
{
    /// <summary>
    /// Decides a sale: schedule and hold-out, conditions, limits, the exact choice of offers, discounts over the lines,
    /// wallet money, earning. <see cref="Decision.MaySpend"/> is always filled.
    /// </summary>
    /// <param name="member">Null for a guest, who earns nothing and gets only what needs no member.</param>
    /// <param name="counts">What is gone of the offers in <see cref="FactNeeds.Counted"/>; a missing one counts
    /// 0.</param>
    /// <param name="at">The moment of the sale: programme, schedule, windows and days go by it.</param>
    /// <param name="taken">The sale is concluded elsewhere, and a fact.</param>
    /// <returns>
    /// Refused: what <see cref="WalletMoney.Pay"/> refuses (spend.too-much with the most possible, …) at /spend/…;
    /// byHand.too-much when more is taken off by hand than the goods come to;
    /// taken.discount when more was taken off than the sale comes to, taken.payable when total − discount − wallet
    /// money is another sum.
    /// </returns>
    public static Outcome<Decision> Sale(
        Programme programme,
        Basket basket,
        MemberFacts? member,
        IReadOnlyList<OfferCount> counts,
        DateTimeOffset at,
        Taken? taken = null
    )
    {
        var (goods, shipping, others) = Sums(basket);
        var sale = new SaleContext
        {
            Basket = basket,
            Member = member,
            At = at,
            Day = programme.Club.Time.DayOf(at),
            Time = programme.Club.Time,
            Goods = new Money(goods),
            Needs = programme.Needs,
            Festivals = programme.Festivals,
        };
        var bench = Workbench.For(programme, sale);
        try
        {
            bench.Judge(counts);
            bench.Choose(bench.CandidateCount);
            bench.CompareWithBest();
            var sums = new SaleSums(goods, shipping, others);
            return taken is null ? OwnSale(bench, sums) : TakenSale.Of(bench, sums, taken);
        }
        finally
        {
            bench.Clear();
        }
    }

    private static Outcome<Decision> OwnSale(Workbench bench, in SaleSums sums)
    {
        var basket = bench.Sale.Basket;
        var discounts = new Money[basket.Lines.Length];
        bench.GiveDiscounts(bench.Best, discounts);
        if (basket.ByHand is not { } asked)
        {
            return Finish(bench, sums, bench.Best, new Taking(discounts, null, null));
        }

        var byHand = bench.GiveByHand(asked, discounts);
        return byHand.IsRefused
            ? Outcome<Decision>.Refused(byHand.Refusals)
            : Finish(bench, sums, bench.Best, new Taking(discounts, byHand.Value, null));
    }

    /// <summary>Wallet money, earning and the verdicts, once the discounts stand.</summary>
    internal static Outcome<Decision> Finish(
        Workbench bench,
        in SaleSums sums,
        ReadOnlySpan<int> places,
        in Taking taking
    )
    {
        var discounts = taking.Lines;
        var basket = bench.Sale.Basket;
        var (offGoods, off) = (0L, 0L);
        var offPayable = 0L;
        for (var i = 0; i < discounts.Length; i++)
        {
            off += discounts[i].Minor;
            offGoods += basket.Lines[i].Kind == LineKind.Goods ? discounts[i].Minor : 0;
            offPayable += basket.Lines[i].Kind is LineKind.Goods or LineKind.Shipping ? discounts[i].Minor : 0;
        }

        var toPay = sums.Goods + sums.Shipping - offPayable;
        var bill = new Bill(basket, discounts, toPay) { IsConcluded = taking.Own is not null };
        var maySpend = WalletMoney.MaySpend(bench.Programme, bench.Sale, bill);
        if (WalletMoney.Pay(bench.Programme, bench.Sale, bill) is { } refusal)
        {
            return refusal;
        }

        bench.GiveEarnings(places, sums.Goods - offGoods - bill.OnGoods);
        var receipt = bench.Receipt;
        return new Decision
        {
            Total = new Money(sums.Total),
            Discount = new Money(off),
            Spent = new Money(bill.Paid),
            LineDiscounts = discounts,
            LineSpent = bill.Spent,
            Earned = [.. receipt.Earned],
            Gifts = [.. receipt.Gifts],
            Given = [.. receipt.Given],
            Capped = [.. receipt.Capped],
            Offers = bench.OfThoseOn(),
            Gap = new Money(Score.Whole(bench.Gap + Worth.Scale - 1)),
            MaySpend = maySpend,
            ByHand = taking.ByHand,
            Own = taking.Own is { } own ? new OwnDecision(own, new Money(sums.Total - bill.Paid) - own) : null,
        };
    }

    private static (long Goods, long Shipping, long Others) Sums(Basket basket)
    {
        var (goods, shipping, others) = (0L, 0L, 0L);
        foreach (ref readonly var line in basket.Lines.AsSpan())
        {
            switch (line.Kind)
            {
                case LineKind.Goods:
                    goods = checked(goods + line.Amount.Minor);
                    break;
                case LineKind.Shipping:
                    shipping = checked(shipping + line.Amount.Minor);
                    break;
                case LineKind.Tip:
                case LineKind.StoredValue:
                default:
                    others = checked(others + line.Amount.Minor);
                    break;
            }
        }

        return (goods, shipping, others);
    }
}

/// <summary>What is taken off.</summary>
/// <param name="Lines">Of each line.</param>
/// <param name="ByHand">What of it was given by hand.</param>
/// <param name="Own">Of a sale concluded elsewhere: what we would have taken off ourselves.</param>
internal readonly record struct Taking(Money[] Lines, GivenByHand? ByHand, Money? Own);

/// <summary>What the lines come to at original prices, by kind.</summary>
internal readonly record struct SaleSums(long Goods, long Shipping, long Others)
{
    public long Total => checked(Goods + Shipping + Others);
}
