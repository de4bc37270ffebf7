using Vafa.Core.Ledger;

namespace Vafa.Features.Ledger.Check;

/// <summary>One member's wallets, lots and entries, and that each entry belongs to what caused it.</summary>
internal static class CheckLedger
{
    /// <summary>What of the member's ledger does not agree.</summary>
    public static IReadOnlyList<LedgerFault> Faults(MemberRows rows)
    {
        var entries = rows.Entries.Rows.Select(e => e.Entry).ToList();
        var lastNo = rows.Members.Rows is [var row] ? row.LastNo : 0;
        return LedgerCheck.Of(lastNo, rows.Wallets.Rows.ToList(), rows.Lots.Rows.ToList(), entries);
    }

    public static IEnumerable<Difference> Of(Guid member, MemberRows rows, IReadOnlyList<LedgerFault> faults)
    {
        foreach (var fault in faults)
        {
            yield return Named(member, fault);
        }

        foreach (var difference in Causes(member, rows))
        {
            yield return difference;
        }
    }

    /// <summary>"lot.remaining" of lot 3 is column remaining of table lot, key member/3.</summary>
    private static Difference Named(Guid member, in LedgerFault fault)
    {
        var (table, what) = fault.What.Split('.') is [var first, var second] ? (first, second) : ("entry", fault.What);
        var key =
            table == "member" ? $"{member}"
            : table == "wallet" ? $"{member}/{fault.Unit}"
            : $"{member}/{Difference.Text(fault.No)}";
        return Difference.Of(table, key, what.Replace('-', '_'), fault.Found, fault.Expected);
    }

    /// <summary>
    /// A sale and a refund name the range of their entries; each entry they caused lies in it, and the range holds no
    /// other.
    /// </summary>
    private static IEnumerable<Difference> Causes(Guid member, MemberRows rows)
    {
        var ranges = new Dictionary<Guid, (string Table, long From, long To)>();
        foreach (var purchase in rows.Purchases.Rows)
        {
            ranges[purchase.Id] = ("purchase", purchase.EntryFrom, purchase.EntryTo);
        }

        foreach (var refund in rows.Refunds.Rows)
        {
            ranges[refund.Id] = ("refund", refund.EntryFrom, refund.EntryTo);
        }

        var counts = new Dictionary<Guid, long>();
        foreach (var (entry, kind, cause, _) in rows.Entries.Rows)
        {
            // What a night caused is added up over all members (CheckNights).
            if (!kind.IsOfSale() && kind != CauseKind.Refund)
            {
                continue;
            }

            var inside = ranges.TryGetValue(cause, out var range) && entry.No >= range.From && entry.No < range.To;
            if (!inside)
            {
                var table = kind == CauseKind.Refund ? "refund" : "purchase";
                yield return new Difference(
                    "entry",
                    $"{member}/{entry.No}",
                    "cause_id",
                    $"{cause}",
                    $"the {table} around it"
                );
            }

            counts[cause] = counts.GetValueOrDefault(cause) + (inside ? 1 : 0);
        }

        foreach (var (id, (table, from, to)) in ranges)
        {
            var count = counts.GetValueOrDefault(id);
            if (to - from != count)
            {
                yield return Difference.Of(table, $"{member}/{id}", "entry_to", to, from + count);
            }
        }
    }
}
