using Vafa.Core.Values;
using Vafa.Features.Products;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>Goods at the till: by barcode, or by a part of the name. What the shop pays for them is not told.</summary>
internal static class TillGoodsApi
{
    private const int Most = 8;

    public static void Map(RouteGroupBuilder till)
    {
        till.MapGet("/products", Find)
            .NeedsTill()
            .Describe("findGoodsAtTill", "Goods by a part of the name or the beginning of the code.")
            .Asks("find", "What was typed.")
            .Gives<Listed<TillProduct>>();
        till.MapGet("/products/{sku}", One)
            .NeedsTill()
            .Describe("getGoodsAtTill", "One of the goods, by its code or barcode.")
            .Gives<TillProduct>();
    }

    private static async Task<IResult> Find(HttpContext context, FindProducts find) =>
        Answers.Of(
            await find.Run(
                new FindProductsRequest(context.Request.Query["find"].ToString(), Most),
                context.RequestAborted
            ),
            found => Answers.Value(new Listed<TillProduct>([.. found.Select(TillProduct.Of)], null))
        );

    private static async Task<IResult> One(string sku, GetProduct get, CancellationToken ct) =>
        Answers.Of(await get.Run(sku, ct), product => Answers.Value(TillProduct.Of(product)));
}

/// <summary>One of the goods, as a till sells it.</summary>
internal sealed record TillProduct(string Sku, LocalText? Title, string? Group, long? Price)
{
    public static TillProduct Of(ProductDocument p) => new(p.Sku, p.Title, p.Group, p.Price);
}
