using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Products;

/// <summary>One product. Refused: product.unknown (404).</summary>
public sealed class GetProduct(AppDb db)
{
    public async Task<Outcome<ProductDocument>> Run(string sku, CancellationToken ct)
    {
        var row = await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Sku == sku, ct);
        return row is null ? Refusal.NotFound("product.unknown", sku) : ProductDocument.Of(row);
    }
}

/// <summary>
/// Products in the order of their skus, or against it, of all groups or of one: the orders that have an index.
/// </summary>
public sealed class ListProducts(AppDb db)
{
    public const int CursorParts = 1;

    /// <summary>Those of these skus that are sold, in no order.</summary>
    public async Task<IReadOnlyList<ProductDocument>> These(IReadOnlyCollection<string> skus, CancellationToken ct)
    {
        var rows = await db.Products.AsNoTracking().Where(p => skus.Contains(p.Sku)).ToListAsync(ct);
        return rows.ConvertAll(ProductDocument.Of);
    }

    public async Task<Outcome<Listed<ProductDocument>>> Run(
        string? group,
        Paging paging,
        CancellationToken ct,
        bool descends = false
    )
    {
        var products = db.Products.AsNoTracking();
        products = group is null ? products : products.Where(p => p.GroupCode == group);
        if (paging.After?[0] is { } after)
        {
#pragma warning disable CA1309 // It becomes SQL, where keys compare by their bytes.
            products = descends
                ? products.Where(p => string.Compare(p.Sku, after) < 0)
                : products.Where(p => string.Compare(p.Sku, after) > 0);
#pragma warning restore CA1309
        }

        var rows = await (descends ? products.OrderByDescending(p => p.Sku) : products.OrderBy(p => p.Sku))
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        return Listed<ProductDocument>.Of(rows, paging, ProductDocument.Of, p => [p.Sku]);
    }
}

/// <summary>One product group. Refused: product-group.unknown (404).</summary>
public sealed class GetProductGroup(AppDb db)
{
    public async Task<Outcome<ProductGroupDocument>> Run(string code, CancellationToken ct)
    {
        var row = await db.ProductGroups.AsNoTracking().FirstOrDefaultAsync(g => g.Code == code, ct);
        return row is null ? Refusal.NotFound("product-group.unknown", code) : ProductGroupDocument.Of(row);
    }
}

/// <summary>Product groups in the order of their codes.</summary>
public sealed class ListProductGroups(AppDb db)
{
    public async Task<Outcome<Listed<ProductGroupDocument>>> Run(Paging paging, CancellationToken ct)
    {
        var after = paging.After?[0] ?? "";
        var rows = await db
            .ProductGroups.AsNoTracking()
#pragma warning disable CA1309 // It becomes SQL, where keys compare by their bytes.
            .Where(g => string.Compare(g.Code, after) > 0)
#pragma warning restore CA1309
            .OrderBy(g => g.Code)
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        return Listed<ProductGroupDocument>.Of(rows, paging, ProductGroupDocument.Of, g => [g.Code]);
    }
}
