namespace Vafa.Core.Ledger;

/// <summary>
/// Two memberships become one (semantics 15), and two again: lots move between the members as they are, with their
/// dates, pending and expired ones and debts among them. Nothing fills a debt by moving; the next earning does.
/// </summary>
/// <remarks>
/// What leaves the one and comes into the other is written in the same order on both sides, so that the entries
/// themselves say which lot became which.
/// </remarks>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Takes over all that <paramref name="other"/> holds or owes, each lot as a lot of its own. What is at hand of the
    /// other must be every lot with a remainder.
    /// </summary>
    /// <returns>What came of each unit, debts taken off; a unit that only evens out is 0.</returns>
    public IReadOnlyList<UnitAmount> TakeOver(MemberLedger other)
    {
        var came = new List<UnitAmount>();
        foreach (var unit in other.Lots.Where(l => l.Remaining != 0).OrderBy(l => l.No).GroupBy(l => l.Unit).ToList())
        {
            var (leaving, coming) = (other.BeginMerged(), BeginMerged());
            var sum = 0L;
            foreach (var lot in unit)
            {
                var amount = lot.Remaining;
                other.Move(leaving, lot, -amount);
                Open(coming, lot.Unit, amount, TermsOf(lot) with { Awaits = lot.Awaits });
                sum += amount;
            }

            came.Add(new UnitAmount(unit.Key, sum));
        }

        return came;
    }

    /// <summary>
    /// Gives back to <paramref name="other"/> what is left of the lots that came from there, into the very lots, with
    /// the dates they have by now. What was spent, expired or filled meanwhile stays so.
    /// </summary>
    /// <param name="links">A lot of the other and the lot of this member that it became.</param>
    /// <returns>What went back of each unit.</returns>
    public IReadOnlyList<UnitAmount> GiveBack(MemberLedger other, IEnumerable<LotLink> links)
    {
        var back = new List<UnitAmount>();
        var left = links
            .Select(l => (Here: LotOf(l.To), There: other.LotOf(l.From)))
            .Where(l => l.Here.Remaining != 0)
            .OrderBy(l => l.Here.No)
            .GroupBy(l => l.Here.Unit);
        foreach (var unit in left.ToList())
        {
            var (leaving, coming) = (BeginMerged(), other.BeginMerged());
            var sum = 0L;
            foreach (var (here, there) in unit)
            {
                var amount = here.Remaining;
                there.Follow(here);
                Move(leaving, here, -amount);
                other.Move(coming, there, amount);
                sum += amount;
            }

            back.Add(new UnitAmount(unit.Key, sum));
        }

        return back;
    }

    /// <summary>
    /// Brings back from <paramref name="survivor"/> what a reversal on this merged id will take: from what the very
    /// lots became, then from other available lots there; what is short becomes debt by the reversal itself.
    /// </summary>
    /// <param name="links">A very lot of this id and a lot of the survivor that it became.</param>
    public void Fetch(
        MemberLedger survivor,
        in Reversal reversal,
        IReadOnlyList<LotLink> links,
        DebtPolicy policy,
        DateTimeOffset now
    )
    {
        var (unit, very) = (reversal.Unit, reversal.Lots);
        var due = Math.Max(0, reversal.Amount - reversal.AlreadyExpired);
        var (leaving, coming) = (survivor.BeginMerged(), BeginMerged());
        var became = links.Where(l => very.Contains(l.From)).ToDictionary(l => l.To, l => l.From);
        foreach (
            var lot in survivor.InSpendingOrder(l =>
                became.ContainsKey(l.No) && MayTake(l, policy, now) && l.Unit == unit
            )
        )
        {
            var part = Math.Min(due, lot.Remaining);
            if (part == 0)
            {
                return;
            }

            survivor.Move(leaving, lot, -part);
            Move(coming, LotOf(became[lot.No]), part);
            due -= part;
        }

        if (policy == DebtPolicy.PendingOnly)
        {
            return;
        }

        var draws = new List<Draw>();
        var others = Math.Min(due, survivor.Available(unit, now));
        survivor.TakeFrom(leaving, survivor.InSpendingOrder(l => l.Unit == unit && l.IsOpenAt(now)), others, draws);
        foreach (var draw in draws)
        {
            Open(coming, unit, draw.Amount, TermsOf(survivor.LotOf(draw.Lot)));
        }
    }

    /// <summary>Gives lots of this merged id the dates that they have at the survivor by now.</summary>
    public void CatchUp(MemberLedger survivor, IEnumerable<LotLink> links)
    {
        foreach (var (from, to) in links.OrderBy(l => l.To))
        {
            if (Lots.FirstOrDefault(l => l.No == from) is { } lot)
            {
                lot.Follow(survivor.LotOf(to));
            }
        }
    }

    private Act BeginMerged() => Begin(EntryKind.Merged, ClubAccount.Merged);
}

/// <summary>A lot of one member and the lot of another that it became.</summary>
public readonly record struct LotLink(long From, long To);
