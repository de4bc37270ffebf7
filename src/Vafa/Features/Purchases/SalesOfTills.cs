using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>
/// How many concluded sales each till has from a moment until before another: a range of the index of times.
/// </summary>
internal sealed class SalesOfTills(AppDb db)
{
    public Task<Dictionary<string, long>> Run(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        db
            .Purchases.AsNoTracking()
            .Where(p => p.At >= from && p.At < until && p.Source == PurchaseSource.Taken && p.Till != null)
            .GroupBy(p => p.Till!)
            .Select(g => new { Till = g.Key, Sales = g.LongCount() })
            .ToDictionaryAsync(g => g.Till, g => g.Sales, ct);
}
