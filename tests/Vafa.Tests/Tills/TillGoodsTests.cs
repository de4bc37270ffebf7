using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tills;

/// <summary>Goods at the till, and who joins there.</summary>
public sealed class TillGoodsTests
{
    [Theory, BothDatabases]
    public async Task What_the_shop_pays_for_goods_is_not_told_at_the_till(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Set("/products/6260152301234", """{"title": {"fa": "قهوه"}, "price": 480000, "cost": 310000}""");
        var one = (await device.Get("/products/6260152301234")).MustBe(200);
        one.Long("price").ShouldBe(480_000);
        one.Text.ShouldNotContain("310000");
        (await device.Get("/products?find=" + Uri.EscapeDataString("قهو"))).Text.ShouldNotContain("310000");
        (await device.Get("/products/nothing")).MustBeProblem(404, "product.unknown");
    }

    [Theory, BothDatabases]
    public async Task Goods_at_hand_are_those_pinned_then_what_the_branch_sells_most(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        using var device = await club.Manned();
        foreach (var sku in (string[])["tea", "cake", "juice", "water"])
        {
            await club.Set($"/products/{sku}", $$"""{"title": {"en": "{{sku}}"}, "price": 1000, "cost": 900}""");
        }

        (await club.Api.Post("/purchases", Sold("juice") with { At = club.Clock.Now.AddDays(-6) })).MustBe(201);
        (await device.Post("/sales", Sold("tea", "cake"))).MustBe(201);
        (await device.Post("/sales", Sold("cake", "bag"))).MustBe(201);
        (await club.Api.Post("/purchases", Sold("water") with { Branch = "north" })).MustBe(201);
        await club.Set(
            "/tills/t1",
            """{"title": {"en": "Till"}, "branch": "main", "favourites": ["water", "gone", "water"]}"""
        );
        var at = (await device.Get("/favourites")).MustBe(200);
        // "bag" has no price; "water" is pinned here, and sold at another branch alone.
        at["items"]
            .EnumerateArray()
            .Select(i => i.GetProperty("sku").GetString())
            .ShouldBe(["water", "cake", "juice", "tea"]);
        at["at"].GetDateTimeOffset().ShouldBe(club.Clock.Now);
        at.Text.ShouldNotContain("900");
        var first = (await device.Get("/goods?limit=3")).MustBe(200);
        first["items"].GetArrayLength().ShouldBe(3);
        first.Text.ShouldNotContain("900");
        var rest = (await device.Get("/goods?limit=3&cursor=" + first.String("next"))).MustBe(200);
        rest["items"].EnumerateArray().Select(i => i.GetProperty("sku").GetString()).ShouldBe(["tea", "water"]);
        rest["next"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    /// <summary>The till asks again where its call broke off after the member was kept.</summary>
    [Theory, BothDatabases]
    public async Task An_enrolment_that_broke_off_is_finished_by_its_repetition(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var body = new { mobile = "09121234567", firstName = "سارا" };
        var member = (await device.Post("/members", body, "one")).MustBe(201).Id();
        await club.Set(
            "/engagements/complete",
            """{"title": {"en": "Complete"}, "earn": [{"unit": "points", "amount": 100}], "profile": ["firstName"]}"""
        );
        for (var again = 0; again < 2; again++)
        {
            var answer = await device.Post("/members", body, "one");
            answer.MustBe(201).Id().ShouldBe(member);
            answer.Replayed.ShouldBeTrue();
            (await club.Wallet(member, "points")).Balance.ShouldBe(100);
        }

        await club.MustBeConsistent();
    }

    private static SaleBody Sold(params string[] skus) =>
        SaleBody.Guest([.. skus.Select(sku => LineBody.One(1_000) with { Sku = sku })]);
}
