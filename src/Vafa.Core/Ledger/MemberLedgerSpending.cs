using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>Spending, giving back what was spent, and expiry (semantics 11 and 12).</summary>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Spends from the lots open at <paramref name="now"/>, those that expire first before the others. Refused with the
    /// most possible where open lots less debt do not hold enough: ledger.not-enough (unit, most).
    /// </summary>
    /// <returns>What was taken from which lot, in order. Keep it: a refund gives back to these very lots.</returns>
    public Outcome<IReadOnlyList<Draw>> Spend(string unit, long amount, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var available = Available(unit, now);
        if (amount > available)
        {
            return new Refusal("ledger.not-enough", "", unit, available);
        }

        var draws = new List<Draw>();
        var act = Begin(EntryKind.Spent, ClubAccount.Spent);
        TakeFrom(act, InSpendingOrder(l => l.Unit == unit && l.IsOpenAt(now)), amount, draws);
        return draws;
    }

    /// <summary>
    /// Gives back to the very lots what was drawn from them. What goes back to a lot that has expired meanwhile expires
    /// at once: an entry "returned" and one "expired".
    /// </summary>
    /// <returns>What went back, the part that expired at once included.</returns>
    public long Return(IReadOnlyList<Draw> draws, DateTimeOffset now)
    {
        var returned = Begin(EntryKind.Returned, ClubAccount.Spent);
        var sum = 0L;
        foreach (var draw in draws)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draw.Amount, nameof(draws));
            Move(returned, LotOf(draw.Lot), draw.Amount);
            sum += draw.Amount;
        }

        var expired = Begin(EntryKind.Expired, ClubAccount.Expired);
        foreach (var draw in draws)
        {
            var lot = LotOf(draw.Lot);
            if (lot.IsExpiredAt(now))
            {
                Move(expired, lot, -draw.Amount);
            }
        }

        return sum;
    }

    /// <summary>
    /// Expires what is left of a lot whose time is over at <paramref name="now"/>; any other is left alone.
    /// </summary>
    /// <returns>What expired.</returns>
    public long Expire(long lotNo, DateTimeOffset now)
    {
        var lot = LotOf(lotNo);
        if (lot.Remaining <= 0 || !lot.IsExpiredAt(now))
        {
            return 0;
        }

        var amount = lot.Remaining;
        Move(Begin(EntryKind.Expired, ClubAccount.Expired), lot, -amount);
        return amount;
    }
}
