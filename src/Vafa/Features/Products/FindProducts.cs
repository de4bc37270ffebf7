using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Products;

/// <param name="Words">Every word stands somewhere in the title, or the whole begins the sku.</param>
/// <param name="Group">Of this product group alone; null: of all.</param>
public sealed record FindProductsRequest(string Words, int Limit, string? Group = null);

/// <summary>
/// Finds products at the till by what is typed, the shortest title first. It reads through the products, of which a
/// shop has thousands, not millions. Refused: search.too-long.
/// </summary>
public sealed class FindProducts(AppDb db)
{
    private const int LongestSearch = 100;
    private const int MostWords = 5;

    public async Task<Outcome<IReadOnlyList<ProductDocument>>> Run(FindProductsRequest request, CancellationToken ct)
    {
        if (request.Words.Length > LongestSearch)
        {
            return new Refusal("search.too-long", "/q", LongestSearch);
        }

        var sku = PersianText.Digits(request.Words.Trim());
        var titled = db.Products.AsNoTracking();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // becomes lower() of the database, which knows no culture
        foreach (var word in PersianText.Normalise(request.Words).ToLowerInvariant().Split(' ').Take(MostWords))
        {
            titled = titled.Where(p =>
                (p.TitleFa != null && p.TitleFa.ToLower().Contains(word))
                || (p.TitleEn != null && p.TitleEn.ToLower().Contains(word))
            );
        }
#pragma warning restore CA1304, CA1311, CA1862, MA0011

        var ids = db.Products.AsNoTracking().Where(p => p.Sku.StartsWith(sku));
        var found = titled.Union(ids);
        var rows = await (request.Group is { } group ? found.Where(p => p.GroupCode == group) : found)
            .OrderBy(p => (p.TitleFa ?? p.TitleEn ?? p.Sku).Length)
            .ThenBy(p => p.Sku)
            .Take(request.Limit)
            .ToListAsync(ct);
        return rows.ConvertAll(ProductDocument.Of);
    }
}
