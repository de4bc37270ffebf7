using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Products;

/// <summary>A product as it is shown and put: {title, group?, brand?, price?, cost?}.</summary>
/// <param name="Title">Null for one that a sale made by its sku.</param>
/// <param name="Price">Of one piece, in the smallest money unit; what a free item counts.</param>
public sealed record ProductDocument(
    string Sku,
    LocalText? Title,
    string? Group,
    string? Brand,
    long? Price,
    long? Cost
)
{
    internal static ProductDocument Of(Product p) =>
        new(p.Sku, Titles.Of(p.TitleFa, p.TitleEn), p.GroupCode, p.Brand, p.Price, p.Cost);
}

public sealed record PutProductRequest(string Sku, JsonElement Body, Actor Actor)
{
    /// <summary>Refused when there is one of this sku.</summary>
    public bool OnlyNew { get; init; }
}

/// <summary>
/// Replaces a product as a whole, or makes it; a product group nobody set up is made by its code. Refused at their
/// pointers: what the document reader refuses; document.taken (409) when only a new one is wanted.
/// </summary>
public sealed class PutProduct(AppDb db, TimeProvider clock, GoodsNames names)
{
    public async Task<Outcome<ProductDocument>> Run(PutProductRequest request, CancellationToken ct)
    {
        var read = Read(request.Sku, request.Body);
        if (read.IsRefused)
        {
            return read;
        }

        var now = clock.GetUtcNow();
        var isTaken = false;
        await Upsert.Run(
            db,
            async inside =>
            {
                isTaken = request.OnlyNew && await db.Products.AnyAsync(p => p.Sku == request.Sku, inside);
                if (isTaken)
                {
                    return;
                }

                if (read.Value.Group is { } group)
                {
                    await ProductGroups.Ensure(db, group, now, inside);
                }

                await Save(read.Value, request.Actor, now, inside);
            },
            ct
        );
        if (isTaken)
        {
            return Refusal.Conflict("document.taken", "/sku", request.Sku);
        }

        names.Learn(NameKind.Product, request.Sku, read.Value.Title);
        return read;
    }

    private static Outcome<ProductDocument> Read(string sku, JsonElement body)
    {
        var fields = DocumentReader.Of(body);
        fields.SameCode("sku", sku);
        var document = new ProductDocument(
            sku,
            fields.Title(),
            fields.Code("group"),
            fields.Code("brand"),
            fields.Money("price")?.Minor,
            fields.Money("cost")?.Minor
        );
        fields.Done();
        return fields.IsClean ? document : fields.Refusals;
    }

    private async Task Save(ProductDocument document, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var product = await db.Products.IgnoreQueryFilters().SingleOrDefaultAsync(p => p.Sku == document.Sku, ct);
        var before = product is null || product.RemovedAt is not null ? null : ProductDocument.Of(product);
        if (before == document)
        {
            return;
        }

        if (product is null)
        {
            product = new Product { Sku = document.Sku, CreatedAt = now };
            db.Products.Add(product);
        }

        (product.TitleFa, product.TitleEn) = (document.Title?.Fa, document.Title?.En);
        (product.GroupCode, product.Brand) = (document.Group, document.Brand);
        (product.Price, product.Cost) = (document.Price, document.Cost);
        product.RemovedAt = null;
        var change = new Change(actor.By, now, "product.put", "product/" + document.Sku)
        {
            Before = before,
            After = document,
        };
        AuditLog.Add(db, change);
    }
}
