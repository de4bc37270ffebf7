using Microsoft.EntityFrameworkCore;
using Vafa.Core.Sales;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>Which products a branch sells most, of its newest sales since a moment.</summary>
internal sealed class MostSold(AppDb db)
{
    /// <summary>More sales would tell nothing else.</summary>
    private const int Looked = 20_000;

    /// <summary>Codes of products, the one in most sales first.</summary>
    public Task<List<string>> Run(string branch, DateTimeOffset since, int most, CancellationToken ct)
    {
        var sales = db
            .Purchases.AsNoTracking()
            .Where(p => p.At >= since && p.Branch == branch && !p.IsVoid)
            .OrderByDescending(p => p.At)
            .Take(Looked)
            .Select(p => new { p.MemberId, p.Id });
        return (
            from sale in sales
            join line in db.PurchaseLines.AsNoTracking()
                on new { sale.MemberId, sale.Id } equals new { line.MemberId, Id = line.PurchaseId }
            where line.Sku != null && line.Kind == LineKind.Goods
            group line by line.Sku! into sold
            orderby sold.Count() descending, sold.Key
            select sold.Key
        )
            .Take(most)
            .ToListAsync(ct);
    }
}
