using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;

namespace Vafa.Features.Products;

/// <summary>Which products a document names, and which of those are sold.</summary>
public sealed class SoldGoods(AppDb db)
{
    private static readonly string[] Naming = [DocumentKind.Offer.Name, DocumentKind.EarningRule.Name];

    /// <summary>
    /// The place of a document that is put, so that a product it names and the shop does not sell is refused where it
    /// stands. The document is read once to learn which it names.
    /// </summary>
    public async Task<DocumentPlace> For(DocumentKind kind, JsonElement body, DocumentPlace place, CancellationToken ct)
    {
        if (!Naming.Contains(kind.Name))
        {
            return place;
        }

        var sold = await Sold(NamedIn(kind, body, place), ct);
        return Knowing(place, sold.Contains);
    }

    /// <summary>
    /// For an example: each product it names that the shop does not sell, with one of the shop's own to stand in its
    /// place, as far as there are any.
    /// </summary>
    public async Task<IReadOnlyList<(string Named, string Own)>> OwnFor(
        DocumentKind kind,
        JsonElement body,
        DocumentPlace place,
        CancellationToken ct
    )
    {
        var named = NamedIn(kind, body, place);
        var sold = await Sold(named, ct);
        named.ExceptWith(sold);
        var own = await db
            .Products.Where(p => (p.TitleFa != null || p.TitleEn != null) && !sold.Contains(p.Sku))
            .OrderBy(p => p.Sku)
            .Select(p => p.Sku)
            .Take(named.Count)
            .ToListAsync(ct);
        return [.. named.Zip(own)];
    }

    /// <summary>Those of these products that were taken off the list.</summary>
    public async Task<HashSet<string>> Gone(IReadOnlyCollection<string> skus, CancellationToken ct) =>
        skus.Count == 0
            ? []
            :
            [
                .. await db
                    .Products.IgnoreQueryFilters()
                    .Where(p => p.RemovedAt != null && skus.Contains(p.Sku))
                    .Select(p => p.Sku)
                    .ToListAsync(ct),
            ];

    private static HashSet<string> NamedIn(DocumentKind kind, JsonElement body, DocumentPlace place)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        kind.Check(body, Knowing(place, Note));
        return named;

        bool Note(string sku)
        {
            named.Add(sku);
            return true;
        }
    }

    private async Task<HashSet<string>> Sold(HashSet<string> skus, CancellationToken ct) =>
        skus.Count == 0
            ? skus
            : [.. await db.Products.Where(p => skus.Contains(p.Sku)).Select(p => p.Sku).ToListAsync(ct)];

    private static DocumentPlace Knowing(DocumentPlace place, Func<string, bool> sells) =>
        place with
        {
            Known = place.Known with { Sells = sells },
        };
}
