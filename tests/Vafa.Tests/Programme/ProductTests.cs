using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Programme;

/// <summary>Products and their groups are rows, put as a whole.</summary>
public sealed class ProductTests
{
    [Theory, BothDatabases]
    public async Task A_product_is_put_as_a_whole_and_makes_its_group(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var body = new
        {
            title = new { fa = "چای", en = "Tea" },
            group = "hot",
            price = 250_000,
            cost = 90_000,
        };
        (await club.Api.Put("/products/tea", body)).MustBe(200).String("group").ShouldBe("hot");
        (await club.Api.Get("/product-groups/hot")).MustBe(200).Json.TryGetProperty("title", out _).ShouldBeFalse();
        (await club.Api.Put("/product-groups/hot", new { title = new { fa = "گرم" } })).MustBe(200);
        (await club.Api.Put("/products/tea", new { title = new { fa = "چای سیاه" } })).MustBe(200);
        var read = (await club.Api.Get("/products/tea")).MustBe(200);
        read.Text.ShouldBe("""{"sku":"tea","title":{"fa":"چای سیاه"}}""");
        (await club.Api.Put("/products/tea", read.Text)).MustBe(200);
        (await club.Ask(db => db.Audit.CountAsync(a => a.Subject == "product/tea"))).ShouldBe(2);
        (await club.Api.Get("/products/coffee")).MustBeProblem(404, "product.unknown");
        (await club.Api.Get("/product-groups/cold")).MustBeProblem(404, "product-group.unknown");
    }

    [Fact]
    public async Task A_product_that_cannot_be_is_refused_at_its_place()
    {
        (string Body, string Code, string Pointer)[] bad =
        [
            ("""{"price":5}""", "json.required", "/title"),
            ("""{"title":{"fa":"x"},"price":-1}""", "json.range", "/price"),
            ("""{"title":{"fa":"x"},"price":1.5}""", "json.whole", "/price"),
            ("""{"title":{"fa":"x"},"cost":1000000000000000000}""", "json.range", "/cost"),
            ("""{"title":{"fa":"x"},"sku":"other"}""", "document.other-code", "/sku"),
        ];
        await using var club = await TestClub.Start(Engine.Sqlite);
        foreach (var (body, code, pointer) in bad)
        {
            (await club.Api.Put("/products/x", body)).MustBeProblem(422, code, pointer);
        }

        (await club.Ask(db => db.Products.AnyAsync())).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Puts_of_one_new_product_at_once_all_succeed(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var put = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i => club.Api.Put("/products/tea", new { title = new { fa = "چای" + i }, group = "hot" }))
        );
        put.ShouldAllBe(a => a.Status == 200);
        (await club.Ask(db => db.Products.CountAsync())).ShouldBe(1);
        (await club.Ask(db => db.ProductGroups.CountAsync())).ShouldBe(1);
    }
}
