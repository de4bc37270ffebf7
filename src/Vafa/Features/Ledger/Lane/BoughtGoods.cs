using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// What one member bought of each product before, as far as it was read, and what a batch adds to it.
/// </summary>
internal sealed class BoughtGoods(Guid member)
{
    private readonly Dictionary<(string Sku, string Group), Row> rows = [];

    /// <summary>A product comes once for each id that became this member.</summary>
    public void Read(string sku, string group, long quantity, DateOnly last)
    {
        var known = rows.GetValueOrDefault((sku, group));
        rows[(sku, group)] = new Row
        {
            Read = (known?.Read ?? 0) + quantity,
            Last = known?.Last > last ? known.Last : last,
        };
    }

    /// <summary>
    /// A line of goods is sold (more) or comes back (less). What names neither a product nor a group is not kept.
    /// </summary>
    /// <param name="day">Business day of the sale, also of what comes back.</param>
    public void Move(string? sku, string? group, long thousandths, DateOnly day)
    {
        if ((sku is null && group is null) || thousandths == 0)
        {
            return;
        }

        var key = (sku ?? "", group ?? "");
        if (!rows.TryGetValue(key, out var row))
        {
            rows[key] = row = new Row { Last = day };
        }

        row.Moved += thousandths;
        row.Last = day > row.Last ? day : row.Last;
        row.MovedLast = day > row.MovedLast ? day : row.MovedLast;
    }

    /// <summary>In the order of what is asked. What came back wholly counts as never bought.</summary>
    public ImmutableArray<BoughtFact> Facts(ImmutableArray<BoughtKey> asked)
    {
        if (asked.IsEmpty)
        {
            return [];
        }

        var facts = new BoughtFact[asked.Length];
        foreach (var ((sku, group), row) in rows)
        {
            var quantity = row.Read + row.Moved;
            for (var i = 0; quantity > 0 && i < asked.Length; i++)
            {
                if (asked[i].Code == (asked[i].On == GoodsKind.Product ? sku : group))
                {
                    var last = facts[i].Last > row.Last ? facts[i].Last : row.Last;
                    facts[i] = new BoughtFact(facts[i].Thousandths + quantity, last);
                }
            }
        }

        return [.. facts];
    }

    public void AddTo(LaneRows written)
    {
        foreach (var ((sku, group), row) in rows)
        {
            if (row.Moved != 0)
            {
                written.Bought.Add(
                    new MemberProduct
                    {
                        MemberId = member,
                        Sku = sku,
                        ProductGroup = group,
                        Quantity = row.Moved,
                        LastDay = row.MovedLast,
                    }
                );
            }
        }
    }

    private sealed class Row
    {
        public long Read { get; init; }

        public long Moved { get; set; }

        public DateOnly Last { get; set; }

        /// <summary>The last day that this batch moved; the table keeps the later of both.</summary>
        public DateOnly MovedLast { get; set; }
    }
}
