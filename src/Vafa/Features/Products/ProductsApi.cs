using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Products;

/// <summary>PUT and GET of products and product groups.</summary>
internal static class ProductsApi
{
    private const int CursorParts = 1;
    private const string Making = "With `If-None-Match: *` it is only made, never replaced.";

    public static void Map(IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/api/v1/products").WithTags("products").Needs(Scopes.Offers);
        products
            .MapGet("", ListOrFind)
            .Describe("listProducts", "In the order of their skus; with ?q= the few that it may mean.")
            .GivesList<ProductDocument>()
            .Asks("group", "Only of this product group.")
            .Asks("q", "Every word stands in the title, or the whole begins the sku; answers one page.");
        products
            .MapGet(
                "/{sku}",
                (HttpContext context, GetProduct get, CancellationToken ct) => OfCode(context, sku => get.Run(sku, ct))
            )
            .Describe("getProduct", "One product.")
            .Gives<ProductDocument>();
        products
            .MapPut(
                "/{sku}",
                async (HttpContext context, PutProduct put, CancellationToken ct) =>
                    await Put(
                        context,
                        (sku, body) => put.Run(new(sku, body.Json, context.Actor()) { OnlyNew = OnlyNew(context) }, ct),
                        ct
                    )
            )
            .Describe("putProduct", "Replaces a product as a whole, or makes it, with its group. " + Making)
            .Takes<ProductShape>()
            .Gives<ProductDocument>()
            .MayConflict();
        products
            .MapDelete(
                "/{sku}",
                (HttpContext context, RemoveProduct remove, CancellationToken ct) =>
                    OfCode(context, sku => remove.Run(new(sku, context.Actor()), ct))
            )
            .Describe(
                "removeProduct",
                "Takes a product off the list; past sales keep its name, offers stop giving it. PUT brings it back."
            )
            .Gives<ProductDocument>();

        var groups = app.MapGroup("/api/v1/product-groups").WithTags("product-groups").Needs(Scopes.Offers);
        groups
            .MapGet("", ListGroups)
            .Describe("listProductGroups", "In the order of their codes.")
            .GivesList<ProductGroupDocument>();
        groups
            .MapGet(
                "/{code}",
                (HttpContext context, GetProductGroup get, CancellationToken ct) =>
                    OfCode(context, code => get.Run(code, ct))
            )
            .Describe("getProductGroup", "One product group.")
            .Gives<ProductGroupDocument>();
        groups
            .MapPut(
                "/{code}",
                async (HttpContext context, PutProductGroup put, CancellationToken ct) =>
                    await Put(
                        context,
                        (code, body) =>
                            put.Run(new(code, body.Json, context.Actor()) { OnlyNew = OnlyNew(context) }, ct),
                        ct
                    )
            )
            .Describe("putProductGroup", "Gives a product group its title, or makes it. " + Making)
            .Takes<ProductGroupShape>()
            .Gives<ProductGroupDocument>()
            .MayConflict();
    }

    /// <summary>With ?q= the few products it may mean, else all of them page by page.</summary>
    private static async Task<IResult> ListOrFind(
        HttpContext context,
        ListProducts list,
        FindProducts find,
        CancellationToken ct
    )
    {
        var paging = Paging.Read(context, CursorParts);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var group = context.Request.Query["group"].ToString() is { Length: > 0 } code ? code : null;
        return context.Request.Query["q"].ToString() is { Length: > 0 } words
            ? Answers.Of(
                await find.Run(new FindProductsRequest(words, paging.Value.Limit, group), ct),
                found => Answers.Value(new Listed<ProductDocument>(found, null))
            )
            : Answers.Of(await list.Run(group, paging.Value, ct));
    }

    private static async Task<IResult> ListGroups(HttpContext context, ListProductGroups list, CancellationToken ct)
    {
        var paging = Paging.Read(context, CursorParts);
        return paging.IsRefused ? Answers.Refused(paging.Refusals) : Answers.Of(await list.Run(paging.Value, ct));
    }

    private static async Task<IResult> OfCode<T>(HttpContext context, Func<string, Task<Outcome<T>>> run)
    {
        var code = PathCode.Read(context);
        return code.IsRefused ? Answers.Refused(code.Refusals) : Answers.Of(await run(code.Value));
    }

    private static bool OnlyNew(HttpContext context) => context.Request.Headers.IfNoneMatch == "*";

    private static async Task<IResult> Put<T>(
        HttpContext context,
        Func<string, Body, Task<Outcome<T>>> run,
        CancellationToken ct
    )
    {
        var code = PathCode.Read(context);
        if (code.IsRefused)
        {
            return Answers.Refused(code.Refusals);
        }

        var body = await Body.Read(context, ct);
        return body.Problem is { } problem ? problem : Answers.Of(await run(code.Value, body));
    }
}

/// <summary>A product as it is put.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProductShape
{
    public required LocalText Title { get; init; }

    public string? Group { get; init; }

    public string? Brand { get; init; }

    /// <summary>Of one piece, in the smallest money unit.</summary>
    public long? Price { get; init; }

    public long? Cost { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProductGroupShape
{
    public required LocalText Title { get; init; }
}
