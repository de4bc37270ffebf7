using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Purchases;

/// <summary>Words of offers that need more than the sale: what was bought before, brands, costs, choices.</summary>
public sealed class WordTests
{
    private static LineBody Coffee(decimal quantity = 1) => new(quantity, 100_000) { Sku = "latte", Group = "coffee" };

    [Theory, BothDatabases]
    public async Task A_stamp_card_counts_over_sales_and_gives_back_with_a_refund(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/offers/card",
            """
            {"title": {"fa": "کارت قهوه"}, "give": [{"stampCard": {"on": "productGroup", "in": ["coffee"], "every": 5}}]}
            """
        );
        var member = await club.Join();
        var first = await club.Sell(SaleBody.Of(member, Coffee(3)));
        first.NotApplied("card").GetProperty("missing").GetDecimal().ShouldBe(2);
        first.NotApplied("card").GetProperty("code").GetString().ShouldBe("offer.not-reached");
        (await club.Sell(SaleBody.Of(member, Coffee(2)))).Long("discount").ShouldBe(100_000);

        // The first three come back: two are left, and three more fill the card.
        (await club.Api.Post($"/purchases/{first.Id()}/refunds", new { reason = "cold" })).MustBe(201);
        (await club.Sell(SaleBody.Of(member, Coffee(2)))).Long("discount").ShouldBe(0);
        (await club.Sell(SaleBody.Of(member, Coffee()))).Long("discount").ShouldBe(100_000);
        (await club.Sell(SaleBody.Guest(Coffee(5)))).Long("discount").ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_sales_of_one_batch_see_each_others_stamps(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/latte", """{"title": {"en": "Latte"}}""");
        await club.Set(
            "/offers/card",
            """{"title": {"fa": "x"}, "give": [{"stampCard": {"on": "product", "in": ["latte"], "every": 10}}]}"""
        );
        var member = await club.Join();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => club.Sell(SaleBody.Of(member, Coffee()))));
        answers.Count(a => a.Long("discount") > 0).ShouldBe(4);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_past_of_a_product_is_asked_by_its_own_words(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/latte", """{"title": {"en": "Latte"}}""");
        await club.SetDiscount("new", 10, """, "when": {"firstPurchaseOf": {"on": "product", "in": ["latte"]}}""");
        await club.SetDiscount(
            "due",
            20,
            """, "when": {"daysSinceBought": {"on": "productGroup", "in": ["coffee"], "atLeast": 30}}"""
        );
        await club.SetDiscount(
            "loyal",
            30,
            """, "when": {"boughtBefore": {"on": "product", "in": ["latte"], "quantity": 3}}"""
        );
        var member = await club.Join();
        (await club.Sell(SaleBody.Of(member, Coffee()))).Applied().ShouldBe(["new"]);
        (await club.Sell(SaleBody.Of(member, Coffee()))).Applied().ShouldBe([]);
        club.Clock.Advance(TimeSpan.FromDays(31));
        (await club.Sell(SaleBody.Of(member, Coffee()))).Applied().ShouldBe(["due"]);
        (await club.Sell(SaleBody.Of(member, LineBody.One(1_000)))).Applied().ShouldBe(["loyal"]);
    }

    [Theory, BothDatabases]
    public async Task A_brand_and_the_margin_guard_come_from_the_product(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/products/bean",
            """{"title": {"en": "Beans"}, "brand": "Lavazza", "price": 100000, "cost": 70000}"""
        );
        await club.SetDiscount("brand", 50, """, "when": {"brand": {"in": ["lavazza"]}}""");
        var line = new LineBody(2, 100_000) { Sku = "bean" };
        (await club.Sell(SaleBody.Guest(line))).Long("discount").ShouldBe(100_000);
        (await club.Api.Patch("/club", """{"minMarginPercent": 10}""")).MustBe(200);
        var guarded = await club.Sell(SaleBody.Guest(line));
        guarded.Long("discount").ShouldBe(200_000 - 154_000);
        guarded["applied"][0].GetProperty("keptBack").GetInt64().ShouldBe(54_000);
        (await club.Api.Patch("/club", """{"minMarginPercent": null, "maxBasketDiscountPercent": 25}""")).MustBe(200);
        (await club.Sell(SaleBody.Guest(line))).Long("discount").ShouldBe(50_000);
    }

    [Theory, BothDatabases]
    public async Task The_customer_chooses_what_is_free_and_the_receipt_keeps_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var sku in new[] { "tea", "cake" })
        {
            await club.Set("/products/" + sku, $$"""{"title": {"en": "{{sku}}"}, "price": 50000}""");
        }

        await club.Set(
            "/offers/treat",
            """{"title": {"en": "Treat"}, "give": [{"freeItemOf": {"in": ["tea", "cake"]}}]}"""
        );
        var sale = SaleBody.Guest(LineBody.One(200_000));
        var quote = (await club.Api.Post("/purchases/quote", sale, idempotencyKey: "")).MustBe(200);
        quote["applied"][0].GetProperty("choices").GetArrayLength().ShouldBe(2);
        var receipt = await club.Sell(sale with { Choices = [new ChoiceBody("treat", "cake")] });
        receipt["gifts"][0].GetProperty("product").GetString().ShouldBe("cake");
        var read = (await club.Api.Get("/purchases/" + receipt.Id())).MustBe(200);
        read["gifts"][0].GetProperty("product").GetString().ShouldBe("cake");
        Chosen(read).ShouldBe(["cake"]);

        var unknown = sale with { Choices = [new ChoiceBody("gone", "cake"), new ChoiceBody("treat", "gold")] };
        (await club.Sell(unknown))["gifts"][0].GetProperty("product").GetString().ShouldBe("tea");
    }

    [Theory, BothDatabases]
    public async Task Rewards_are_told_and_messages_wait_to_leave(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/offers/kind",
            """
            {"title": {"en": "Kindness"}, "give": [{"reward": {"text": {"fa": "بسته‌بندی", "en": "Gift wrapping"}}},
             {"message": {"text": {"fa": "سپاس!"}}}, {"points": {"unit": "points", "amount": 3, "expiresAfterDays": 7}}]}
            """
        );
        var member = await club.Join();
        var receipt = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        receipt["rewards"][0].GetProperty("text").GetString().ShouldBe("بسته‌بندی");
        receipt["earned"][0].GetProperty("expiresAt").ValueKind.ShouldBe(JsonValueKind.String);
        receipt["said"].GetProperty("cashier").GetString()!.ShouldContain("بسته‌بندی");
        (await club.Api.Get($"/messages?member={member}&kind=offer")).MustBe(200).Text.ShouldContain("سپاس!");
        (await club.Sell(SaleBody.Guest(LineBody.One(1_000))))["rewards"].GetArrayLength().ShouldBe(1);
        (await club.Ask(db => db.Messages.CountAsync(m => m.Kind == "offer"))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_festival_of_the_club_is_a_document_and_a_condition(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        // It is 5 Farvardin.
        const string opening = """{"title": {"fa": "سالگرد"}, "from": "1405/01/04", "to": "1405/01/06"}""";
        (await club.Api.Put("/offers/o", Offer("opening"))).MustBe(422).Text.ShouldContain("offer.unknown-festival");
        (await club.Set("/festivals/opening", opening))["from"].GetString().ShouldBe("2026-03-24");
        await club.Set("/offers/o", Offer("opening"));
        (await club.Sell(SaleBody.Guest(LineBody.One(1_000)))).Applied().ShouldBe(["o"]);
        club.Clock.Advance(TimeSpan.FromDays(2));
        (await club.Sell(SaleBody.Guest(LineBody.One(1_000)))).Applied().ShouldBe([]);
        (await club.Api.Put("/festivals/bad", """{"title": {"fa": "x"}, "from": "1405/09/03", "to": "1405/09/01"}"""))
            .MustBe(422)
            .Text.ShouldContain("festival.ends-before-start");
    }

    private static string Offer(string festival) =>
        """
            {"title": {"fa": "x"}, "give": [{"discountPercent": {"percent": 5}}], "when": {"calendarEvent": {"in": ["?"]}}}
            """.Replace("?", festival, StringComparison.Ordinal);

    private static string[] Chosen(Answer receipt) =>
        [
            .. receipt["applied"]
                [0]
                .GetProperty("choices")
                .EnumerateArray()
                .Where(c => c.GetProperty("chosen").GetBoolean())
                .Select(c => c.GetProperty("product").GetString()!),
        ];
}
