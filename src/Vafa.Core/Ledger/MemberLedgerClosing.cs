namespace Vafa.Core.Ledger;

/// <summary>The end of a member's wallets: he leaves the club (semantics 15).</summary>
public sealed partial class MemberLedger
{
    /// <summary>
    /// Everything he still holds expires, what is pending or waits for an event included, and what he owes is written
    /// off as an adjustment: every balance is 0. Doing it again does nothing. The caller has loaded each lot with a
    /// remainder.
    /// </summary>
    /// <returns>
    /// What he lost of each unit: what expired, less what he had owed; units that were empty are left out.
    /// </returns>
    public IReadOnlyList<UnitAmount> Close()
    {
        var lost = new List<UnitAmount>();
        var units = Lots.Where(l => l.Remaining != 0).Select(l => l.Unit).Distinct(StringComparer.Ordinal);
        foreach (var unit in units.Order(StringComparer.Ordinal).ToList())
        {
            var before = StoredBalance(unit);
            Empty(Begin(EntryKind.Expired, ClubAccount.Expired), l => l.Unit == unit && l.Remaining > 0);
            Empty(Begin(EntryKind.Adjusted, ClubAccount.Adjusted), l => l.Unit == unit && l.IsDebt);
            lost.Add(new UnitAmount(unit, before));
        }

        return lost;
    }

    private void Empty(Act act, Func<Lot, bool> which)
    {
        foreach (var lot in Lots.Where(which).OrderBy(l => l.No).ToList())
        {
            Move(act, lot, -lot.Remaining);
        }
    }
}
