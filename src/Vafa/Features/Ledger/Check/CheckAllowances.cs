using Vafa.Core.Ledger;
using Vafa.Features.Ledger.Allowances;

namespace Vafa.Features.Ledger.Check;

/// <summary>What is set apart of one member against the entries that set it apart and brought it back.</summary>
internal static class CheckAllowances
{
    public static IEnumerable<Difference> Of(Guid member, MemberRows rows, IReadOnlyList<LedgerFault> faults)
    {
        var moves = rows.Entries.Rows.Where(e => e.CauseKind == CauseKind.Allowance).ToList();
        foreach (var allowance in rows.Allowances.Rows)
        {
            var mine = moves.FindAll(m => m.CauseId == allowance.Id && m.Entry.Kind == EntryKind.SetApart);
            var amounts = mine.ConvertAll(m => Amount(m.Entry, faults));
            var key = $"{member}/{allowance.Id}";
            var (apart, left) = (-amounts.Where(a => a < 0).Sum(), -amounts.Sum());
            if (allowance.Amount != apart)
            {
                yield return Difference.Of("allowance", key, "amount", allowance.Amount, apart);
            }

            if (allowance.Left != left)
            {
                yield return Difference.Of("allowance", key, "left_over", allowance.Left, left);
            }

            var ways = OpenAllowance.Way.Read(allowance.Lots).Sum(d => d.Amount);
            if (ways != left)
            {
                yield return Difference.Of("allowance", key, "lots", ways, left);
            }

            if (!allowance.IsOpen && left != 0)
            {
                yield return new Difference("allowance", key, "state", "ended", "open");
            }
        }

        var known = rows.Allowances.Rows.Select(a => a.Id).ToHashSet();
        foreach (var id in moves.Select(m => m.CauseId).Distinct().Where(id => !known.Contains(id)))
        {
            yield return Difference.Missing("allowance", $"{member}/{id}");
        }
    }

    /// <summary>A wrong amount of an entry is named there, and not here a second time.</summary>
    private static long Amount(Entry entry, IReadOnlyList<LedgerFault> faults)
    {
        var right = faults.Where(f => f.What == "entry.amount" && f.No == entry.No).Select(f => f.Expected);
        return right.FirstOrDefault(entry.Amount);
    }
}
