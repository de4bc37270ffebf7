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
        till.MapGet("/favourites", Favourites)
            .NeedsTill()
            .Describe("getFavouritesAtTill", "Goods at hand: those pinned for this till, then what sells most here.")
            .Gives<TillFavourites>();
        till.MapGet("/goods", All)
            .NeedsTill()
            .Describe("listGoodsAtTill", "All goods, page by page, for the copy that a device keeps.")
            .GivesList<TillProduct>();
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

    private static async Task<IResult> Favourites(HttpContext context, ReadFavourites read) =>
        Answers.Value(await read.Run(TillStand.Of(context), context.RequestAborted));

    private static async Task<IResult> All(HttpContext context, ListProducts list)
    {
        var paging = Paging.Read(context, ListProducts.CursorParts);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var listed = await list.Run(group: null, paging.Value, context.RequestAborted);
        return Answers.Of(
            listed,
            page => Answers.Value(new Listed<TillProduct>([.. page.Items.Select(TillProduct.Of)], page.Next))
        );
    }

    private static async Task<IResult> One(string sku, GetProduct get, CancellationToken ct) =>
        Answers.Of(await get.Run(sku, ct), product => Answers.Value(TillProduct.Of(product)));
}

/// <summary>One of the goods, as a till sells it.</summary>
internal sealed record TillProduct(string Sku, LocalText? Title, string? Group, string? Brand, long? Price)
{
    public static TillProduct Of(ProductDocument p) => new(p.Sku, p.Title, p.Group, p.Brand, p.Price);
}
