using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Ledger.Check;

/// <summary>One member's or guest's sales against their lines and refunds.</summary>
internal static class CheckSales
{
    public static IEnumerable<Difference> Of(Guid member, MemberRows rows, IReadOnlyList<SaleAdded> added)
    {
        foreach (var difference in added.SelectMany(sale => Sums(member, sale)))
        {
            yield return difference;
        }

        foreach (var difference in Refunds(member, rows))
        {
            yield return difference;
        }

        foreach (var orphan in Orphans(member, rows))
        {
            yield return orphan;
        }
    }

    private static IEnumerable<Difference> Sums(Guid member, SaleAdded added)
    {
        var purchase = added.Stored;
        var key = $"{member}/{purchase.Id}";
        (string Column, long Stored, long Computed)[] sums =
        [
            ("total", purchase.Total, added.Total),
            ("discount", purchase.Discount, added.Discount),
            ("spent", purchase.Spent, added.Spent),
            ("payable", purchase.Payable, added.Payable),
            ("refunded", purchase.Refunded, added.Refunded),
        ];
        foreach (var (column, stored, computed) in sums)
        {
            if (stored != computed)
            {
                yield return Difference.Of("purchase", key, column, stored, computed);
            }
        }

        if (purchase.IsVoid != added.IsVoid)
        {
            yield return new Difference("purchase", key, "is_void", YesNo(purchase.IsVoid), YesNo(added.IsVoid));
        }

        if (purchase.IsGuest && GuestId.Of(purchase.Branch, purchase.Day).Value is var guest && guest != member)
        {
            yield return new Difference("purchase", key, "member_id", $"{member}", $"{guest}");
        }
    }

    private static IEnumerable<Difference> Refunds(Guid member, MemberRows rows)
    {
        var refundLines = rows.RefundLines.Rows.ToLookup(l => l.Refund);
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

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
