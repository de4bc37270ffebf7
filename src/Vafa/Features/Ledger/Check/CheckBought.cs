using System.Globalization;

namespace Vafa.Features.Ledger.Check;

/// <summary>What a member bought of each product, against the lines he was sold and gave back.</summary>
internal static class CheckBought
{
    public static IEnumerable<Difference> Of(Guid member, MemberRows rows)
    {
        var computed = AddUp(rows);
        foreach (var row in rows.Bought.Rows)
        {
            var key = $"{member}/{row.Sku}/{row.ProductGroup}";
            if (!computed.Remove((row.Sku, row.ProductGroup), out var sum))
            {
                yield return Difference.Of("member_product", key, "quantity", row.Quantity, 0);
                continue;
            }

            if (row.Quantity != sum.Quantity)
            {
                yield return Difference.Of("member_product", key, "quantity", row.Quantity, sum.Quantity);
            }

            if (row.LastDay != sum.Last)
            {
                yield return new Difference("member_product", key, "last_day", Text(row.LastDay), Text(sum.Last));
            }
        }

        foreach (var (sku, group) in computed.Keys)
        {
            yield return Difference.Missing("member_product", $"{member}/{sku}/{group}");
        }
    }

    private static Dictionary<(string Sku, string Group), (long Quantity, DateOnly Last)> AddUp(MemberRows rows)
    {
        var days = rows.Purchases.Rows.Where(p => !p.IsGuest).ToDictionary(p => p.Id, p => p.Day);
        var back = rows.RefundLines.Rows.ToLookup(l => (l.Purchase, l.No), l => l.Quantity);
        var sums = new Dictionary<(string, string), (long Quantity, DateOnly Last)>();
        foreach (var line in rows.Lines.Rows)
        {
            var isNamed = line.Sku.Length > 0 || line.ProductGroup.Length > 0;
            if (!line.IsGoods || line.Quantity == 0 || !isNamed || !days.TryGetValue(line.Purchase, out var day))
            {
                continue;
            }

            var (quantity, last) = sums.GetValueOrDefault((line.Sku, line.ProductGroup));
            quantity += line.Quantity - back[(line.Purchase, line.No)].Sum();
            sums[(line.Sku, line.ProductGroup)] = (quantity, day > last ? day : last);
        }

        return sums;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
