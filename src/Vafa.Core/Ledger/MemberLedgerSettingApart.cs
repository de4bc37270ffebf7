using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// What is set apart for one till, so that it can be spent there without network: it leaves the wallet, and either
/// pays a sale of that till or goes back to the very lots.
/// </summary>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Sets an amount apart, out of the available lots in the order of spending. Refused: ledger.not-enough (unit,
    /// most), and then nothing has moved.
    /// </summary>
    /// <returns>What was taken from which lot, in order; the way back.</returns>
    public Outcome<IReadOnlyList<Draw>> SetApart(string unit, long amount, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        var available = Available(unit, now);
        if (amount > available)
        {
            return Refusal.Conflict("ledger.not-enough", "/amount", unit, available);
        }

        var draws = new List<Draw>();
        var act = Begin(EntryKind.SetApart, ClubAccount.SetApart);
        TakeFrom(act, InSpendingOrder(l => l.Unit == unit && l.IsOpenAt(now)), amount, draws);
        return draws;
    }

    /// <summary>
    /// What was set apart stands in the very lots again, also in those that have ended meanwhile: for a sale that takes
    /// it from there at once (<see cref="SpendFrom"/>).
    /// </summary>
    public void Fetch(IReadOnlyList<Draw> draws)
    {
        var act = Begin(EntryKind.SetApart, ClubAccount.SetApart);
        foreach (var draw in draws)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draw.Amount, nameof(draws));
            Move(act, LotOf(draw.Lot), draw.Amount);
        }
    }

    /// <summary>
    /// Spends from the very lots what has just been fetched for it. That one of them has ended is no matter: it was set
    /// apart before.
    /// </summary>
    public void SpendFrom(IReadOnlyList<Draw> draws)
    {
        var act = Begin(EntryKind.Spent, ClubAccount.Spent);
        foreach (var draw in draws)
        {
            Move(act, LotOf(draw.Lot), -draw.Amount);
        }
    }

    /// <summary>
    /// Gives back to the very lots what was set apart; what goes back to a lot that has ended meanwhile expires at
    /// once.
    /// </summary>
    public void GiveBack(IReadOnlyList<Draw> draws, DateTimeOffset now)
    {
        Fetch(draws);
        var act = Begin(EntryKind.Expired, ClubAccount.Expired);
        foreach (var draw in draws)
        {
            var lot = LotOf(draw.Lot);
            if (lot.IsExpiredAt(now))
            {
                Move(act, lot, -draw.Amount);
            }
        }
    }
}
