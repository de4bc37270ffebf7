using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Ledger.Check;

/// <summary>One member's or guest's sales against their lines and refunds.</summary>
internal static class CheckSales
{
    public static IEnumerable<Difference> Of(Guid member, MemberRows rows)
    {
        var lines = rows.Lines.Rows.ToLookup(l => l.Purchase);
        var refunds = rows.Refunds.Rows.ToLookup(r => r.Purchase);
        var refundLines = rows.RefundLines.Rows.ToLookup(l => l.Refund);
        foreach (var purchase in rows.Purchases.Rows)
        {
            var own = lines[purchase.Id].ToList();
            var back = refunds[purchase.Id].ToList();
            var backLines = back.SelectMany(r => refundLines[r.Id]).ToList();
            foreach (var difference in Sums(member, purchase, own, back))
            {
                yield return difference;
            }

            if (IsWhole(own, backLines) != purchase.IsVoid)
            {
                yield return new Difference(
                    "purchase",
                    $"{member}/{purchase.Id}",
                    "is_void",
                    YesNo(purchase.IsVoid),
                    YesNo(!purchase.IsVoid)
                );
            }
        }

        foreach (var difference in Refunds(member, rows, refundLines))
        {
            yield return difference;
        }

        foreach (var orphan in Orphans(member, rows))
        {
            yield return orphan;
        }
    }

    private static IEnumerable<Difference> Sums(
        Guid member,
        CheckedPurchase purchase,
        List<CheckedLine> lines,
        List<CheckedRefund> refunds
    )
    {
        var key = $"{member}/{purchase.Id}";
        (string Column, long Stored, long Computed)[] sums =
        [
            ("total", purchase.Total, lines.Sum(l => l.Amount)),
            ("discount", purchase.Discount, lines.Sum(l => l.Discount)),
            ("spent", purchase.Spent, lines.Sum(l => l.Spent)),
            ("payable", purchase.Payable, lines.Sum(l => l.Amount - l.Discount - l.Spent)),
            ("refunded", purchase.Refunded, refunds.Sum(r => r.Money)),
        ];
        foreach (var (column, stored, computed) in sums)
        {
            if (stored != computed)
            {
                yield return Difference.Of("purchase", key, column, stored, computed);
            }
        }

        if (purchase.IsGuest && GuestId.Of(purchase.Branch, purchase.Day).Value is var guest && guest != member)
        {
            yield return new Difference("purchase", key, "member_id", $"{member}", $"{guest}");
        }
    }

    private static IEnumerable<Difference> Refunds(
        Guid member,
        MemberRows rows,
        ILookup<Guid, CheckedRefundLine> refundLines
    )
    {
        foreach (var refund in rows.Refunds.Rows)
        {
            var money = refundLines[refund.Id].Sum(l => l.Money);
            if (refund.Money != money)
            {
                yield return Difference.Of("refund", $"{member}/{refund.Id}", "money", refund.Money, money);
            }

            var spent = refundLines[refund.Id].Sum(l => l.Spent);
            if (refund.Spent != spent)
            {
                yield return Difference.Of("refund", $"{member}/{refund.Id}", "spent", refund.Spent, spent);
            }
        }
    }

    private static IEnumerable<Difference> Orphans(Guid member, MemberRows rows)
    {
        var sales = rows.Purchases.Rows.Select(p => p.Id).ToHashSet();
        var gone = rows.Lines.Rows.Select(l => l.Purchase).Concat(rows.Refunds.Rows.Select(r => r.Purchase));
        foreach (var id in gone.Where(id => !sales.Contains(id)).Distinct())
        {
            yield return Difference.Missing("purchase", $"{member}/{id}");
        }

        var refunds = rows.Refunds.Rows.Select(r => r.Id).ToHashSet();
        foreach (var id in rows.RefundLines.Rows.Select(l => l.Refund).Where(id => !refunds.Contains(id)).Distinct())
        {
            yield return Difference.Missing("refund", $"{member}/{id}");
        }
    }

    /// <summary>
    /// Wholly refunded: all its goods are back (all its lines, where it had no goods). A line of quantity 0 is back
    /// once a refund names it, and at once where it cost nothing; a sale without a refund is never void.
    /// </summary>
    private static bool IsWhole(List<CheckedLine> lines, List<CheckedRefundLine> back)
    {
        var goods = lines.Where(l => l.IsGoods).ToList();
        return back.Count > 0
            && (goods.Count > 0 ? goods : lines).TrueForAll(line =>
            {
                var own = back.Where(b => b.No == line.No).ToList();
                return line.Quantity == 0
                    ? line.Amount == 0 || own.Count > 0
                    : own.Sum(b => b.Quantity) >= line.Quantity;
            });
    }

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
