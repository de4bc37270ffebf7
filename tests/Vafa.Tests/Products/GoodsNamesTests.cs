namespace Vafa.Tests.Products;

/// <summary>Sentences about offers call goods by their titles.</summary>
public sealed class GoodsNamesTests
{
    [Theory, BothDatabases]
    public async Task An_offer_calls_its_goods_by_their_titles_also_when_these_are_put_later(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Api.Put("/products/croissant", new { title = new { fa = "نان" } });
        var when = new { productGroup = new { @in = new[] { "cake" } } };
        var give = new[] { new { freeItem = new { product = "croissant", quantity = 1 } } };
        (
            await club.Api.Put(
                "/offers/treat",
                new
                {
                    title = new { fa = "مهمان ما" },
                    when,
                    give,
                }
            )
        ).Status.ShouldBe(200);
        (await Message(club.Api)).ShouldContain("cake");

        await club.Api.Put("/product-groups/cake", new { title = new { fa = "شیرینی" } });
        await club.Api.Put("/products/croissant", new { title = new { fa = "کروسان" }, price = 850_000 });
        (await Message(club.Api)).ShouldContain("شیرینی");
        var gift = await Quote(club.Api, "cake");
        gift.String("gifts/0/title").ShouldBe("کروسان");
        gift.String("gifts/0/product").ShouldBe("croissant");

        await club.Restart();
        (await Message(club.Api)).ShouldContain("شیرینی");
    }

    private static async Task<string> Message(ApiClient api) =>
        (await Quote(api, "bread")).String("notApplied/0/message")!;

    private static async Task<Answer> Quote(ApiClient api, string group)
    {
        var lines = new[]
        {
            new
            {
                sku = "x-" + group,
                group,
                quantity = 1,
                unitPrice = 1_000_000,
            },
        };
        return (await api.Post("/purchases/quote", new { lines })).MustBe(200);
    }
}
