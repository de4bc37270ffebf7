using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Products;

/// <summary>A product group with how many products are in it.</summary>
/// <param name="Title">Null for one that a sale or a product made by its code.</param>
/// <param name="More">There are more than <paramref name="Products"/>.</param>
public sealed record ProductGroupCount(string Code, LocalText? Title, int Products, bool More);

/// <summary>
/// Counts the products of the groups of one page, each exact up to ten thousand: a bounded range of the index.
/// </summary>
public sealed class CountProducts(AppDb db, ListProductGroups groups)
{
    public const int CursorParts = 1;
    private const int Most = 10_000;

    public async Task<Outcome<Listed<ProductGroupCount>>> Run(Paging paging, CancellationToken ct)
    {
        var page = await groups.Run(paging, ct);
        if (page.IsRefused)
        {
            return Outcome<Listed<ProductGroupCount>>.Refused(page.Refusals);
        }

        var counts = new List<ProductGroupCount>();
        foreach (var group in page.Value.Items)
        {
            counts.Add(await Of(group, ct));
        }

        return new Listed<ProductGroupCount>(counts, page.Value.Next);
    }

    public async Task<ProductGroupCount> Of(ProductGroupDocument group, CancellationToken ct)
    {
        var count = await db
            .Products.Where(p => p.GroupCode == group.Code)
            .Select(p => p.Sku)
            .Take(Most + 1)
            .CountAsync(ct);
        return new ProductGroupCount(group.Code, group.Title, Math.Min(count, Most), count > Most);
    }
}
