using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Products;

/// <summary>Product groups and brands to choose from, as many as a choice can show.</summary>
public sealed class ListGoods(AppDb db)
{
    private const int Most = 200;

    /// <summary>In the order of their codes.</summary>
    public async Task<IReadOnlyList<ProductGroupDocument>> Groups(CancellationToken ct)
    {
        var rows = await db.ProductGroups.AsNoTracking().OrderBy(g => g.Code).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(ProductGroupDocument.Of);
    }

    /// <summary>Those that products name, in the order of letters.</summary>
    public async Task<IReadOnlyList<string>> Brands(CancellationToken ct) =>
        await db
            .Products.AsNoTracking()
            .Where(p => p.Brand != null)
            .Select(p => p.Brand!)
            .Distinct()
            .OrderBy(b => b)
            .Take(Most)
            .ToListAsync(ct);
}
