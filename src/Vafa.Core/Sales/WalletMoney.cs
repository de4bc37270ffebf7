using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// Paying with wallets (semantics 8): after the offers, goods first, then shipping, never tip or stored value; exactly
/// as asked or not at all.
/// </summary>
internal static class WalletMoney
{
    /// <summary>The most of each spendable unit that could pay alone, for units of which the member has some.</summary>
    public static SpendLimit[] MaySpend(Programme programme, MemberFacts? member, long toPay)
    {
        if (member is null || member.Wallets.IsEmpty)
        {
            return [];
        }

        var count = 0;
        foreach (var unit in programme.Units)
        {
            count += unit.MaySpend && member.Available(unit.Code) > 0 ? 1 : 0;
        }

        var limits = new SpendLimit[count];
        var n = 0;
        foreach (var unit in programme.Units)
        {
            if (unit.MaySpend && member.Available(unit.Code) is > 0 and var available)
            {
                limits[n++] = new SpendLimit(unit.Code, Most(unit, available, toPay));
            }
        }

        return limits;
    }

    /// <summary>
    /// Money that the asked-for amounts pay, or why they may not: spend.unknown-unit, spend.not-spendable,
    /// spend.members-only, spend.too-much with the most possible.
    /// </summary>
    public static Refusal? Pay(Programme programme, Basket basket, MemberFacts? member, long toPay, out long paid)
    {
        paid = 0;
        for (var i = 0; i < basket.Spend.Length; i++)
        {
            var (code, amount) = (basket.Spend[i].Unit, basket.Spend[i].Amount);
            if (member is null)
            {
                return new Refusal("spend.members-only", "/spend");
            }

            if (programme.UnitOf(code) is not { } unit)
            {
                return new Refusal("spend.unknown-unit", $"/spend/{i}/unit", code);
            }

            if (!unit.MaySpend)
            {
                return new Refusal("spend.not-spendable", $"/spend/{i}/unit", code);
            }

            var available = member.Available(code) - AskedBefore(basket, i, code);
            var most = Most(unit, Math.Max(0, available), toPay - paid);
            if (amount < 0 || amount > most)
            {
                return new Refusal("spend.too-much", $"/spend/{i}/amount", new UnitAmount(code, most));
            }

            paid += unit.SpendValue.Of(amount).Minor;
        }

        return null;
    }

    /// <summary>
    /// Splits wallet money over the lines: over goods by what is left to pay of each, the rest over shipping in the
    /// same way. Gives the part that pays goods.
    /// </summary>
    public static long OverLines(Basket basket, ReadOnlySpan<Money> discounts, long money, Span<Money> spent)
    {
        if (money == 0)
        {
            return 0;
        }

        var onGoods = OverKind(LineKind.Goods, basket, discounts, money, spent);
        OverKind(LineKind.Shipping, basket, discounts, money - onGoods, spent);
        return onGoods;
    }

    /// <summary>
    /// The most of a unit that pays no more than is open, and nothing in vain: of a unit that pays 0.4, no more than
    /// the open money needs.
    /// </summary>
    internal static long Most(Unit unit, long available, long toPay)
    {
        var scaled = (Int128)toPay * Worth.Scale;
        var most = scaled / unit.SpendValue.TenThousandths;
        if (unit.SpendValue.TenThousandths < Worth.Scale && most * unit.SpendValue.TenThousandths < scaled)
        {
            // One more still pays no more than is open once it is rounded down to whole money.
            most++;
        }

        return (long)Int128.Min(available, most);
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

    private static long OverKind(
        LineKind kind,
        Basket basket,
        ReadOnlySpan<Money> discounts,
        long money,
        Span<Money> spent
    )
    {
        var lines = basket.Lines.AsSpan();
        Span<long> weights = lines.Length <= 64 ? stackalloc long[lines.Length] : new long[lines.Length];
        Span<long> shares = lines.Length <= 64 ? stackalloc long[lines.Length] : new long[lines.Length];
        var sum = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            weights[i] = lines[i].Kind == kind ? lines[i].Amount.Minor - discounts[i].Minor : 0;
            sum += weights[i];
        }

        var part = Math.Min(money, sum);
        Split.LargestRemainder(part, weights, shares);
        for (var i = 0; i < lines.Length; i++)
        {
            spent[i] += new Money(shares[i]);
        }

        return part;
    }
}
