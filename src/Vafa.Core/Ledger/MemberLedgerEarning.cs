using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>What comes into a wallet (semantics 12): debts are filled first, the rest opens a lot.</summary>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Earns <paramref name="amount"/> (0 does nothing). Debts of the unit are filled first, the oldest first, also by
    /// an earning that is still pending; the rest opens one lot.
    /// </summary>
    /// <returns>The posting, or 0 when nothing was earned.</returns>
    public long Earn(string unit, long amount, LotTerms terms) =>
        Bring(Begin(EntryKind.Earned, ClubAccount.Issued), unit, amount, terms);

    /// <summary>Brings an opening balance from another system; otherwise like an earning.</summary>
    public long Import(string unit, long amount, LotTerms terms) =>
        Bring(Begin(EntryKind.Imported, ClubAccount.Imported), unit, amount, terms);

    /// <summary>
    /// A correction by a person. Above 0 it comes in like an earning; below 0 it takes available lots in the order of
    /// spending and is refused (ledger.below-zero, with the most possible) where they do not hold enough. Not 0.
    /// </summary>
    /// <returns>The posting.</returns>
    public Outcome<long> Adjust(string unit, long amount, LotTerms terms, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfZero(amount);
        var act = Begin(EntryKind.Adjusted, ClubAccount.Adjusted);
        if (amount > 0)
        {
            return Bring(act, unit, amount, terms);
        }

        var available = Available(unit, now);
        if (-(Int128)amount > available)
        {
            return Refusal.Conflict("ledger.below-zero", "/amount", unit, available);
        }

        TakeFrom(act, InSpendingOrder(l => l.Unit == unit && l.IsOpenAt(now)), -amount);
        return act.Posting;
    }

    private long Bring(Act act, string unit, long amount, LotTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (amount == 0)
        {
            return 0;
        }

        foreach (var debt in Lots.Where(l => l.IsDebt && l.Unit == unit).OrderBy(l => l.No).ToList())
        {
            var part = Math.Min(amount, -debt.Remaining);
            if (part > 0)
            {
                Move(act, debt, part);
                amount -= part;
            }
        }

        if (amount > 0)
        {
            Open(act, unit, amount, terms);
        }

        return act.Posting;
    }
}
