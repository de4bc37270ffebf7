using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Products;

/// <summary>
/// Titles of the products and product groups that the programme names, kept in memory because every sentence about an
/// offer asks for them. A title put on this node holds at once; another node learns of it with the next programme.
/// </summary>
public sealed class GoodsNames(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<(NameKind Kind, string Code), LocalText?> known = new();

    /// <summary>The title; null where there is none or nobody made it known.</summary>
    public LocalText? Find(NameKind kind, string code) => known.GetValueOrDefault((kind, code));

    /// <summary>Reads the titles of these things; what is no product and no group is passed over.</summary>
    public async Task Know(IReadOnlyCollection<(NameKind Kind, string Code)> things, CancellationToken ct)
    {
        var skus = things.Where(t => t.Kind == NameKind.Product).Select(t => t.Code).Distinct().ToList();
        var codes = things.Where(t => t.Kind == NameKind.ProductGroup).Select(t => t.Code).Distinct().ToList();
        if (skus.Count + codes.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (
            var product in await db
                .Products.IgnoreQueryFilters()
                .AsNoTracking()
                .Where(p => skus.Contains(p.Sku))
                .ToListAsync(ct)
        )
        {
            known[(NameKind.Product, product.Sku)] = Titles.Of(product.TitleFa, product.TitleEn);
        }

        foreach (var group in await db.ProductGroups.AsNoTracking().Where(g => codes.Contains(g.Code)).ToListAsync(ct))
        {
            known[(NameKind.ProductGroup, group.Code)] = Titles.Of(group.TitleFa, group.TitleEn);
        }
    }

    /// <summary>A title was put.</summary>
    internal void Learn(NameKind kind, string code, LocalText? title) => known[(kind, code)] = title;
}
