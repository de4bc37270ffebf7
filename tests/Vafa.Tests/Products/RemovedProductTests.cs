using Vafa.Tests.Import;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Products;

/// <summary>
/// Offers name products the shop sells; one that is taken off the list is skipped and told, never a fault.
/// </summary>
public sealed class RemovedProductTests
{
    private const string Cake = """{"title": {"fa": "کیک", "en": "Cake"}, "price": 50000}""";

    private const string Treat = """
        {"title": {"fa": "مهمان ما", "en": "Treat"}, "give": [{"freeItem": {"product": "cake", "quantity": 1}}]}
        """;

    [Theory]
    [BothDatabases("""{"freeItem": {"product": "cakee"}}""", "null", "/give/0/freeItem/product")]
    [BothDatabases("""{"freeItemOf": {"in": ["cake", "cakee"]}}""", "null", "/give/0/freeItemOf/in/1")]
    [BothDatabases(
        """{"discountPercent": {"percent": 5, "on": "product", "in": ["cakee"]}}""",
        "null",
        "/give/0/discountPercent/in/0"
    )]
    [BothDatabases(
        """{"points": {"unit": "points", "amount": 1}}""",
        """{"not": {"product": {"in": ["cake", "cakee"]}}}""",
        "/when/not/product/in/1"
    )]
    public async Task An_offer_of_a_product_that_nobody_sells_is_refused_at_its_place(
        Engine engine,
        string give,
        string when,
        string pointer
    )
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/cake", Cake);
        var offer = $$"""{"title": {"en": "Treat"}, "give": [{{give}}], "when": {{when}}}""";
        (await club.Api.Put("/offers/treat", offer)).MustBeProblem(422, "offer.unknown-product", pointer);
        (await club.Api.Get("/offers/treat")).MustBeProblem(404, "offer.unknown");
        (await club.Api.Put("/offers/treat", offer.Replace("cakee", "cake", StringComparison.Ordinal))).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task So_is_an_earning_rule(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string Rule = """
            {"title": {"en": "Cake"}, "unit": "points", "perVisit": 5, "when": {"product": {"in": ["cake"]}}}
            """;
        (await club.Api.Put("/earning-rules/cake", Rule)).MustBeProblem(
            422,
            "offer.unknown-product",
            "/when/product/in/0"
        );
        await club.Set("/products/cake", Cake);
        (await club.Api.Put("/earning-rules/cake", Rule)).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task A_live_offer_whose_product_was_taken_off_is_skipped_and_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/cake", Cake);
        await club.Set("/offers/treat", Treat);
        await club.SetDiscount("two", 2);
        var sale = SaleBody.Guest(LineBody.One(200_000));
        (await club.Sell(sale)).Applied().ShouldBe(["treat"]);

        (await club.Api.Delete("/products/cake")).MustBe(200).String("sku").ShouldBe("cake");
        (await club.Api.Delete("/products/cake")).MustBeProblem(404, "product.unknown");
        (await club.Api.Get("/products/cake")).MustBeProblem(404, "product.unknown");
        (await club.Api.Get("/products")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);

        var after = await club.Sell(sale);
        after.Applied().ShouldBe(["two"]);
        after["gifts"].GetArrayLength().ShouldBe(0);
        var skipped = after["notApplied"].EnumerateArray().Single();
        skipped.GetProperty("code").GetString().ShouldBe("offer.product-gone");
        skipped.GetProperty("status").GetString().ShouldBe("notEligible");
        skipped.GetProperty("message").GetString().ShouldBe("کالایی که می‌دهد دیگر در فهرست کالاها نیست.");

        var notice = (await club.Api.Get("/home"))
            .MustBe(200)["notices"]
            .EnumerateArray()
            .Single(n => n.GetProperty("kind").GetString() == "offer-product-gone");
        notice.GetProperty("offer").GetString().ShouldBe("treat");
        notice.GetProperty("product").GetString().ShouldBe("cake");
        (await club.Api.Put("/offers/treat", Treat)).MustBeProblem(
            422,
            "offer.unknown-product",
            "/give/0/freeItem/product"
        );

        // A till that still names it sells it, and it stays off the list.
        var line = LineBody.One(90_000) with
        {
            Sku = "cake",
        };
        (await club.Sell(SaleBody.Guest(line))).Long("payable").ShouldBe(88_200);
        (await club.Api.Get("/products?q=Cake")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);

        // Put again, it is back.
        await club.Set("/products/cake", Cake);
        (await club.Sell(sale)).Applied().ShouldBe(["treat"]);
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldNotContain("offer-product-gone");

        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(0, replay.Output + replay.Error);
        await using var check = await VafaProcess.Run(club.Database, "check");
        check.ExitCode.ShouldBe(0, check.Output + check.Error);
    }

    [Theory, BothDatabases]
    public async Task Of_several_products_to_choose_from_the_others_are_still_given(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/cake", Cake);
        await club.Set("/products/tea", """{"title": {"en": "Tea"}, "price": 20000}""");
        await club.Set(
            "/offers/treat",
            """{"title": {"en": "Treat"}, "give": [{"freeItemOf": {"in": ["cake", "tea"]}}]}"""
        );
        (await club.Api.Delete("/products/cake")).MustBe(200);
        var sale = SaleBody.Guest(LineBody.One(200_000)) with { Choices = [new ChoiceBody("treat", "cake")] };
        (await club.Sell(sale)).String("gifts/0/product").ShouldBe("tea");
        (await club.Api.Delete("/products/tea")).MustBe(200);
        (await club.Sell(sale))["notApplied"][0].GetProperty("code").GetString().ShouldBe("offer.product-gone");
    }

    [Theory, BothDatabases]
    public async Task An_import_of_products_brings_it_back(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/cake", Cake);
        (await club.Api.Delete("/products/cake")).MustBe(200);
        var uploaded = await club.Api.Upload("sku,name,price\ncake,Cake,60000\n"u8.ToArray(), "list.csv", "products");
        await club.Api.Ran(await club.Api.Mapped(uploaded));
        (await club.Api.Get("/products/cake")).MustBe(200).Long("price").ShouldBe(600_000);
    }
}
