using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// Paying with wallets (semantics 8): after the offers, goods first, then shipping, never tip or stored value; exactly
/// as asked or not at all. A unit for some product groups pays their lines alone; such units pay first, in the order
/// asked, and the others together what is left.
/// </summary>
internal static class WalletMoney
{
    /// <summary>The most of each spendable unit that could pay alone, for units of which the member has some.</summary>
    public static SpendLimit[] MaySpend(Programme programme, in SaleContext sale, Bill bill)
    {
        if (sale.Member is not { } member || member.Wallets.IsEmpty)
        {
            return [];
        }

        var limits = new SpendLimit[programme.Units.Length];
        var count = 0;
        foreach (var unit in programme.Units)
        {
            if (unit.MaySpend && member.Available(unit.Code) is > 0 and var available && PaysAt(unit, sale) is null)
            {
                var open = bill.OpenFor(unit.Spending, bill.ToPay);
                var most = Most(unit, unit.Spending, available, new Open(open, bill.ToPay));
                limits[count++] = new SpendLimit(unit.Code, Within(unit.Spending, most));
            }
        }

        return count == limits.Length ? limits : limits[..count];
    }

    /// <summary>
    /// Pays with the asked-for amounts: fills <see cref="Bill.Spent"/>, or says why they may not: spend.unknown-unit,
    /// spend.not-spendable, spend.members-only, spend.not-here, spend.not-today, spend.not-for-these, spend.too-little,
    /// spend.step, spend.too-much with the most possible.
    /// </summary>
    public static Refusal? Pay(Programme programme, in SaleContext sale, Bill bill)
    {
        var asked = sale.Basket.Spend;
        if (asked.IsEmpty)
        {
            return null;
        }

        for (var i = 0; i < asked.Length; i++)
        {
            if (Refused(programme, sale, bill, i) is { } refusal)
            {
                return refusal;
            }
        }

        return PayWhere(programme, sale, bill, forGroups: true) ?? PayWhere(programme, sale, bill, forGroups: false);
    }

    /// <summary>
    /// The most of a unit that pays no more than is open, and nothing in vain: of a unit that pays 0.4, no more than
    /// the open money needs.
    /// </summary>
    internal static long Most(Unit unit, SpendingRules rules, long available, in Open open)
    {
        var toPay = Math.Min(open.Left, rules.Share.Of(open.Bill));
        var scaled = (Int128)toPay * Worth.Scale;
        var most = scaled / unit.SpendValue.TenThousandths;
        if (unit.SpendValue.TenThousandths < Worth.Scale && most * unit.SpendValue.TenThousandths < scaled)
        {
            // One more still pays no more than is open once it is rounded down to whole money.
            most++;
        }

        return (long)Int128.Min(Math.Min(available, rules.Most ?? long.MaxValue), most);
    }

    /// <summary>The most that the step allows; 0 where that is less than the least.</summary>
    private static long Within(SpendingRules rules, long most)
    {
        var stepped = most / rules.Step * rules.Step;
        return stepped >= rules.Least ? stepped : 0;
    }

    /// <summary>What stands in the way whatever the amount is.</summary>
    private static Refusal? Refused(Programme programme, in SaleContext sale, Bill bill, int i)
    {
        var code = sale.Basket.Spend[i].Unit;
        if (sale.Member is null)
        {
            return new Refusal("spend.members-only", "/spend");
        }

        if (programme.UnitOf(code) is not { } unit)
        {
            return new Refusal("spend.unknown-unit", $"/spend/{i}/unit", code);
        }

        return !unit.MaySpend ? new Refusal("spend.not-spendable", $"/spend/{i}/unit", code)
            : !bill.IsConcluded && PaysAt(unit, sale) is { } place ? new Refusal(place, $"/spend/{i}/unit", unit.Title)
            : null;
    }

    /// <summary>Why a unit does not pay at this branch or on this day; null: it does.</summary>
    private static string? PaysAt(Unit unit, in SaleContext sale)
    {
        var rules = unit.Spending;
        return !rules.Branches.IsEmpty && !CodeList.Has(rules.Branches, sale.Basket.Branch) ? "spend.not-here"
            : !rules.Weekdays.IsEmpty && !rules.Weekdays.Contains(sale.Day.DayOfWeek) ? "spend.not-today"
            : null;
    }

    private static Refusal? PayWhere(Programme programme, in SaleContext sale, Bill bill, bool forGroups)
    {
        var asked = sale.Basket.Spend;
        var together = 0L;
        for (var i = 0; i < asked.Length; i++)
        {
            var unit = programme.UnitOf(asked[i].Unit)!;
            var rules = bill.RulesOf(unit);
            if (rules.ProductGroups.IsEmpty == forGroups)
            {
                continue;
            }

            var available = sale.Member!.Available(unit.Code) - AskedBefore(sale.Basket, i, unit.Code);
            var open = bill.OpenFor(rules, bill.ToPay - bill.Paid - together);
            if (open == 0 && asked[i].Amount > 0 && forGroups)
            {
                return new Refusal("spend.not-for-these", $"/spend/{i}/unit", unit.Title);
            }

            var most = Most(unit, rules, Math.Max(0, available), new Open(open, bill.ToPay));
            if (Fits(asked[i], rules, most, i) is { } refusal)
            {
                return refusal;
            }

            var money = unit.SpendValue.Of(asked[i].Amount).Minor;
            if (forGroups)
            {
                bill.PayGroups(rules, money);
            }
            else
            {
                together += money;
            }
        }

        bill.PayAll(together);
        return null;
    }

    private static Refusal? Fits(SpendRequest asked, SpendingRules rules, long most, int i)
    {
        var (unit, amount) = (asked.Unit, asked.Amount);
        var (code, bound) =
            amount < 0 || amount > most ? ("spend.too-much", Within(rules, most))
            : amount > 0 && amount < rules.Least ? ("spend.too-little", rules.Least)
            : amount % rules.Step != 0 ? ("spend.step", rules.Step)
            : ("", 0);
        return code.Length == 0 ? null : new Refusal(code, $"/spend/{i}/amount", new UnitAmount(unit, bound));
    }

    private static long AskedBefore(Basket basket, int before, string unit)
    {
        var asked = 0L;
        for (var i = 0; i < before; i++)
        {
            asked += string.Equals(basket.Spend[i].Unit, unit, StringComparison.Ordinal) ? basket.Spend[i].Amount : 0;
        }

        return asked;
    }

    /// <summary>Money that can still be paid, of a bill that a share is taken of.</summary>
    internal readonly record struct Open(long Left, long Bill);
}
