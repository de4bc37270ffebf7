namespace Vafa.Core.Ledger;

/// <summary>Taking an earning back (semantics 12).</summary>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Takes back what was earned: from the remainder of the very lots first (those that expire first before the
    /// others, so that the member keeps what lives longest), then from other available lots in the order of spending,
    /// then as debt: a negative lot without expiry. <paramref name="policy"/> stops it earlier: PendingOnly takes what
    /// is still pending in the very lots, ToZero makes no debt and uses other lots only as far as they exceed an older
    /// debt.
    /// </summary>
    /// <remarks>
    /// What expired out of the very lots is gone from the member already and counts as taken back; otherwise the result
    /// would hang on whether the night's work had been there first.
    /// </remarks>
    /// <returns>What was taken, debt included.</returns>
    public long Reverse(in Reversal reversal, DebtPolicy policy, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reversal.Amount, nameof(reversal));
        ArgumentOutOfRangeException.ThrowIfNegative(reversal.AlreadyExpired, nameof(reversal));
        var due = Math.Max(0, reversal.Amount - reversal.AlreadyExpired);
        if (due == 0)
        {
            return 0;
        }

        var (unit, very) = (reversal.Unit, reversal.Lots);
        var act = Begin(EntryKind.Reversed, ClubAccount.Issued);
        var open = TakeFrom(act, InSpendingOrder(l => very.Contains(l.No) && MayTake(l, policy, now)), due);
        if (policy == DebtPolicy.PendingOnly)
        {
            return due - open;
        }

        var others = Math.Min(open, Available(unit, now));
        open -= others - TakeFrom(act, InSpendingOrder(l => l.Unit == unit && l.IsOpenAt(now)), others);
        if (policy == DebtPolicy.BelowZero && open > 0)
        {
            Open(act, unit, -open, new LotTerms(now));
            open = 0;
        }

        return due - open;
    }

    private static bool MayTake(Lot lot, DebtPolicy policy, DateTimeOffset now) =>
        policy != DebtPolicy.PendingOnly || lot.IsPendingAt(now);
}
