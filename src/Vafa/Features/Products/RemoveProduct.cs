using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Products;

public sealed record RemoveProductRequest(string Sku, Actor Actor);

/// <summary>
/// Takes a product off the list: it is not found or counted any more, offers do not give it, and a till that still
/// names it sells it as before. Past sales keep its name; putting it again brings it back. Refused: product.unknown
/// (404).
/// </summary>
public sealed class RemoveProduct(AppDb db, TimeProvider clock)
{
    public async Task<Outcome<ProductDocument>> Run(RemoveProductRequest request, CancellationToken ct)
    {
        var product = await db.Products.SingleOrDefaultAsync(p => p.Sku == request.Sku, ct);
        if (product is null)
        {
            return Refusal.NotFound("product.unknown", request.Sku);
        }

        var now = clock.GetUtcNow();
        var document = ProductDocument.Of(product);
        await db.Write(
            _ =>
            {
                product.RemovedAt = now;
                var change = new Change(request.Actor.By, now, "product.remove", "product/" + product.Sku)
                {
                    Before = document,
                };
                AuditLog.Add(db, change);
                return Task.FromResult(true);
            },
            ct
        );
        return document;
    }
}
