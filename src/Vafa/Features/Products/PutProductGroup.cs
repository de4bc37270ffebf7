using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Products;

/// <summary>A product group as it is shown and put: {title}.</summary>
public sealed record ProductGroupDocument(string Code, LocalText? Title)
{
    internal static ProductGroupDocument Of(ProductGroup g) => new(g.Code, Titles.Of(g.TitleFa, g.TitleEn));
}

public sealed record PutProductGroupRequest(string Code, JsonElement Body, Actor Actor)
{
    /// <summary>Refused when there is one of this code.</summary>
    public bool OnlyNew { get; init; }
}

/// <summary>
/// Gives a product group its title, or makes it. Refused: document.taken (409) when only a new one is wanted.
/// </summary>
public sealed class PutProductGroup(AppDb db, TimeProvider clock, GoodsNames names)
{
    public async Task<Outcome<ProductGroupDocument>> Run(PutProductGroupRequest request, CancellationToken ct)
    {
        var fields = DocumentReader.Of(request.Body);
        fields.SameCode("code", request.Code);
        var document = new ProductGroupDocument(request.Code, fields.Title());
        fields.Done();
        if (!fields.IsClean)
        {
            return fields.Refusals;
        }

        var isTaken = false;
        await Upsert.Run(
            db,
            async inside =>
            {
                isTaken = request.OnlyNew && await db.ProductGroups.AnyAsync(g => g.Code == request.Code, inside);
                if (!isTaken)
                {
                    await Save(document, request.Actor, inside);
                }
            },
            ct
        );
        if (isTaken)
        {
            return Refusal.Conflict("document.taken", "/code", request.Code);
        }

        names.Learn(NameKind.ProductGroup, document.Code, document.Title);
        return document;
    }

    private async Task Save(ProductGroupDocument document, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var group = await db.ProductGroups.FindAsync([document.Code], ct);
        var before = group is null ? null : ProductGroupDocument.Of(group);
        if (before == document)
        {
            return;
        }

        if (group is null)
        {
            group = new ProductGroup { Code = document.Code, CreatedAt = now };
            db.ProductGroups.Add(group);
        }

        (group.TitleFa, group.TitleEn) = (document.Title?.Fa, document.Title?.En);
        var change = new Change(actor.By, now, "product-group.put", "product-group/" + document.Code)
        {
            Before = before,
            After = document,
        };
        AuditLog.Add(db, change);
    }
}

internal static class Titles
{
    /// <summary>Nothing for what a sale made by its code.</summary>
    public static LocalText? Of(string? fa, string? en) => fa is null && en is null ? null : new LocalText(fa, en);
}

internal static class ProductGroups
{
    /// <summary>Makes a group by its code when there is none.</summary>
    public static async Task Ensure(AppDb db, string code, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.ProductGroups.AnyAsync(g => g.Code == code, ct))
        {
            db.ProductGroups.Add(new ProductGroup { Code = code, CreatedAt = now });
        }
    }
}
