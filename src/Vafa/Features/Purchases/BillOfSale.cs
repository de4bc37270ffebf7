using Microsoft.EntityFrameworkCore;
using Vafa.Core.Sales;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>What a sale had to pay, for a query of another feature to go on with.</summary>
internal sealed class BillOfSale
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public required string Branch { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>Goods and shipping after discounts.</summary>
    public long Bill { get; init; }

    /// <param name="groups">Only goods of these product groups, and no shipping; empty: all.</param>
    public static IQueryable<BillOfSale> Since(AppDb db, DateTimeOffset since, IReadOnlyList<string> groups)
    {
        var all = groups.Count == 0;
        var lines = db.PurchaseLines.AsNoTracking();
        return db
            .Purchases.AsNoTracking()
            .Where(p => p.At >= since)
            .Select(p => new BillOfSale
            {
                MemberId = p.MemberId,
                Id = p.Id,
                Branch = p.Branch,
                Day = p.Day,
                Bill = lines
                    .Where(l => l.MemberId == p.MemberId && l.PurchaseId == p.Id)
                    .Where(l =>
                        (all && l.Kind == LineKind.Shipping)
                        || (l.Kind == LineKind.Goods && (all || groups.Contains(l.ProductGroup!)))
                    )
                    .Sum(l => l.Amount - l.Discount),
            });
    }
}
