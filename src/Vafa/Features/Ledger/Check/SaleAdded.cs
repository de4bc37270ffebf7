namespace Vafa.Features.Ledger.Check;

/// <summary>A stored sale beside what its lines and refunds add up to. What follows from sales is compared with these
/// sums, so that one wrong number in a sale is named once.</summary>
internal sealed record SaleAdded(
    CheckedPurchase Stored,
    long Total,
    long Discount,
    long Spent,
    long Refunded,
    bool IsVoid
)
{
    public long Payable => Total - Discount - Spent;

    /// <summary>What counts for the member's spending: what was paid and not given back.</summary>
    public long Kept => Payable - Refunded;

    public static List<SaleAdded> Of(MemberRows rows)
    {
        var lines = rows.Lines.Rows.ToLookup(l => l.Purchase);
        var refunds = rows.Refunds.Rows.ToLookup(r => r.Purchase);
        var refundLines = rows.RefundLines.Rows.ToLookup(l => l.Refund);
        var added = new List<SaleAdded>(rows.Purchases.Rows.Count);
        foreach (var purchase in rows.Purchases.Rows)
        {
            var own = lines[purchase.Id].ToList();
            var back = refunds[purchase.Id].SelectMany(r => refundLines[r.Id]).ToList();
            added.Add(
                new SaleAdded(
                    purchase,
                    own.Sum(l => l.Amount),
                    own.Sum(l => l.Discount),
                    own.Sum(l => l.Spent),
                    back.Sum(l => l.Money),
                    IsWhole(own, back)
                )
            );
        }

        return added;
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
}
