using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>From a moment until before another; of one branch or of all.</summary>
public sealed record SumSalesRequest(DateTimeOffset From, DateTimeOffset Until, string? Branch);

public sealed record SalesAdded(long Sales, long MemberSales, long Payable);

/// <summary>
/// Adds up the sales of a short time: of a part of an hour, which roll-ups do not know. A range of the index of times.
/// </summary>
public sealed class SumSales(AppDb db)
{
    public async Task<SalesAdded> Run(SumSalesRequest request, CancellationToken ct)
    {
        var added = await Within(db, request)
            .GroupBy(_ => 1)
            .Select(g => new SalesAdded(g.LongCount(), g.LongCount(p => !p.IsGuest), g.Sum(p => p.Payable)))
            .SingleOrDefaultAsync(ct);
        return added ?? new SalesAdded(0, 0, 0);
    }

    internal static IQueryable<Purchase> Within(AppDb db, SumSalesRequest request)
    {
        var sales = db.Purchases.AsNoTracking().Where(p => p.At >= request.From && p.At < request.Until);
        return request.Branch is { } branch ? sales.Where(p => p.Branch == branch) : sales;
    }
}
