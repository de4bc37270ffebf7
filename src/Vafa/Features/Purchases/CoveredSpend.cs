using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Purchases;

/// <summary>
/// What wallets cover of what a concluded sale was paid with. The rest was handed over all the same: the shop gave it,
/// as a discount beyond.
/// </summary>
/// <param name="Spend">What is spent.</param>
/// <param name="Short">What no wallet covers, in money.</param>
internal readonly record struct CoveredSpend(ImmutableArray<SpendRequest> Spend, Money Short)
{
    /// <param name="available">What there is of a unit, with what was set apart for the till.</param>
    public static CoveredSpend Of(PurchaseRequest sale, Core.Sales.Programme programme, Func<string, long> available)
    {
        if (sale.Taken is null || sale.Spend.IsEmpty)
        {
            return new CoveredSpend(sale.Spend, Money.Zero);
        }

        var spend = ImmutableArray.CreateBuilder<SpendRequest>();
        var missing = 0L;
        foreach (var asked in sale.Spend)
        {
            if (programme.UnitOf(asked.Unit) is not { } unit)
            {
                spend.Add(asked);
                continue;
            }

            var covered = unit.MaySpend ? Math.Min(asked.Amount, available(asked.Unit)) : 0;
            missing += unit.SpendValue.Of(asked.Amount).Minor - unit.SpendValue.Of(covered).Minor;
            if (covered > 0)
            {
                spend.Add(asked with { Amount = covered });
            }
        }

        return new CoveredSpend(spend.ToImmutable(), new Money(missing));
    }

    /// <summary>The sale as it is booked.</summary>
    public Taken? Booked(TakenRequest? taken) =>
        taken is null ? null : new Taken(taken.Discount + Short, taken.Payable, taken.Offers);
}
