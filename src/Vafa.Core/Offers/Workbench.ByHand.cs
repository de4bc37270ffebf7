using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>What is taken off by hand, once the chosen offers have given theirs.</summary>
internal sealed partial class Workbench
{
    /// <summary>
    /// Takes it off goods by what is left to pay of each: first where the margin guard leaves room, then anywhere.
    /// Refused: byHand.too-much, with what the goods come to.
    /// </summary>
    public Outcome<GivenByHand> GiveByHand(HandDiscount asked, Span<Money> lineDiscounts)
    {
        var goods = 0L;
        for (var i = 0; i < lineCount; i++)
        {
            goods += isGoods[i] ? sale.Basket.Lines[i].Amount.Minor - lineDiscounts[i].Minor : 0;
        }

        var money = asked.Of(new Money(goods)).Minor;
        if (money > goods)
        {
            if (!asked.IsCut)
            {
                return new Refusal("byHand.too-much", "/byHand/amount", new Money(goods));
            }

            money = goods;
        }

        var below = money - TakeByHand(money, guard: true, lineDiscounts);
        TakeByHand(below, guard: false, lineDiscounts);
        return new GivenByHand(new Money(money), new Money(goods), new Money(below));
    }

    private long TakeByHand(long money, bool guard, Span<Money> lineDiscounts)
    {
        var sum = 0L;
        for (var i = 0; i < lineCount; i++)
        {
            var line = sale.Basket.Lines[i];
            var open = isGoods[i] ? line.Amount.Minor - lineDiscounts[i].Minor : 0;
            if (guard && isGoods[i] && MarginRoom(line) is { } room)
            {
                open = Math.Clamp(room - lineDiscounts[i].Minor, 0, open);
            }

            weights[i] = open;
            sum += open;
        }

        var part = Math.Min(money, sum);
        Split.LargestRemainder(part, Weights, Shares);
        for (var i = 0; i < lineCount; i++)
        {
            lineDiscounts[i] += new Money(shares[i]);
        }

        return part;
    }
}
