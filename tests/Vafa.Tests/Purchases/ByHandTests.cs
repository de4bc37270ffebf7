using Vafa.Tests.Staff;

namespace Vafa.Tests.Purchases;

/// <summary>A discount by hand, in the office and by keys: how far whose word goes.</summary>
public sealed class ByHandTests
{
    [Theory, BothDatabases]
    public async Task A_manager_takes_off_what_he_likes_and_the_receipt_says_who_and_why(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetCreditBack(10);
        await club.SetDiscount("ten", 10);
        var member = await club.Join();
        using var sara = await club.SignedIn("sara", "manager");
        var sale = SaleBody.Of(member, LineBody.One(60_000), LineBody.One(40_000)) with
        {
            ByHand = new ByHandBody(30_000) { Reason = "خراش" },
        };
        var quote = (await sara.Call(HttpMethod.Post, "/purchases/quote", Json(sale))).MustBe(200);
        (quote.Long("discount"), quote.Long("payable"), quote.Long("byHand/amount")).ShouldBe((40_000, 60_000, 30_000));
        quote["byHand/needsManager"].GetBoolean().ShouldBeFalse();
        var receipt = (await sara.Call(HttpMethod.Post, "/purchases", Json(sale))).MustBe(201);
        receipt["byHand"]
            .GetRawText()
            .ShouldBe("""{"amount":30000,"reason":"خراش","by":"sara","needsManager":false}""");
        receipt.Earned().ShouldBe("6000 credit", "what is earned goes by what is paid");
        receipt["lines"].EnumerateArray().Select(l => l.GetProperty("discount").GetInt64()).ShouldBe([24_000, 16_000]);
        (await club.Api.Get($"/purchases/{receipt.Id()}"))["byHand"]
            .GetRawText()
            .ShouldBe(receipt["byHand"].GetRawText());
        (await club.Audited()).ShouldContain(line =>
            line.Contains("sale.by-hand sale/" + receipt.Id(), StringComparison.Ordinal)
        );
        await club.MustBeConsistent();

        // Brought back, the customer gets what he paid.
        (await club.Api.Post($"/purchases/{receipt.Id()}/refunds", new { reason = "broken" }))
            .Long("refunded")
            .ShouldBe(60_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_cashier_stays_within_the_clubs_limit(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var mina = await club.SignedIn("mina", "cashier");
        var five = SaleBody.Guest(LineBody.One(100_000)) with { ByHand = new ByHandBody(5_000) };
        var path = "/purchases";
        (await mina.Call(HttpMethod.Post, path, Json(five))).MustBeProblem(403, "byHand.limit", "/byHand");
        (await club.Api.Patch("/club", """{"cashierDiscountPercent": 5}""")).MustBe(200);
        (await mina.Call(HttpMethod.Post, path, Json(five))).MustBe(201).Long("payable").ShouldBe(95_000);
        var more = five with { ByHand = new ByHandBody(5_001) };
        (await mina.Call(HttpMethod.Post, path, Json(more))).MustBeProblem(403, "byHand.limit", "/byHand");
        var quote = (await mina.Call(HttpMethod.Post, path + "/quote", Json(more))).MustBe(200);
        quote["byHand/needsManager"].GetBoolean().ShouldBeTrue();
        var share = five with { ByHand = new ByHandBody(Percent: 5) };
        (await mina.Call(HttpMethod.Post, path, Json(share))).MustBe(201).Long("byHand/amount").ShouldBe(5_000);
        (await club.Api.Get("/purchases"))["items"].GetArrayLength().ShouldBe(2, "what was refused is not there");

        // A fact may take anything off, so in the office it is no cashier's to tell.
        var fact = five with
        {
            Taken = new TakenBody(90_000, 10_000),
            ByHand = null,
        };
        (await mina.Call(HttpMethod.Post, path, Json(fact))).MustBeProblem(403, "purchase.taken-manager");
    }

    [Theory, BothDatabases]
    public async Task A_key_goes_by_its_scopes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(100_000)) with { ByHand = new ByHandBody(1) };
        (await (await club.ClientWith("purchases")).Post("/purchases", sale)).MustBeProblem(
            403,
            "byHand.limit",
            "/byHand"
        );
        (await (await club.ClientWith("purchases", "ledger")).Post("/purchases", sale)).MustBe(201);
    }

    [Theory, BothDatabases]
    public async Task Below_the_margin_only_a_manager_goes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/tea", """{"title": {"en": "Tea"}, "price": 100000, "cost": 90000}""");
        (await club.Api.Patch("/club", """{"cashierDiscountPercent": 50, "minMarginPercent": 0}""")).MustBe(200);
        using var mina = await club.SignedIn("mina", "cashier");
        var tea = LineBody.One(100_000) with { Sku = "tea" };
        var low = SaleBody.Guest(tea) with { ByHand = new ByHandBody(10_001) };
        (await mina.Call(HttpMethod.Post, "/purchases", Json(low))).MustBeProblem(403, "byHand.limit", "/byHand");
        var kept = low with { ByHand = new ByHandBody(10_000) };
        (await mina.Call(HttpMethod.Post, "/purchases", Json(kept))).MustBe(201);
        (await club.Api.Post("/purchases", low)).MustBe(201).Long("payable").ShouldBe(89_999);
        await club.MustBeConsistent();
    }

    [Theory]
    [BothDatabases("""{"reason": "x"}""", "byHand.one-of", "/byHand/amount")]
    [BothDatabases("""{"reason": "x", "amount": 5, "percent": 5}""", "byHand.one-of", "/byHand/amount")]
    [BothDatabases("""{"amount": 5}""", "json.required", "/byHand/reason")]
    [BothDatabases("""{"reason": "x", "amount": 0}""", "json.range", "/byHand/amount")]
    [BothDatabases("""{"reason": "x", "percent": 101}""", "json.range", "/byHand/percent")]
    [BothDatabases("""{"reason": "x", "amount": 1001}""", "byHand.too-much", "/byHand/amount")]
    public async Task A_wrong_one_is_refused_at_its_field(Engine engine, string byHand, string code, string field)
    {
        await using var club = await TestClub.Start(engine);
        var body = $$"""{"lines": [{"quantity": 1, "unitPrice": 1000}], "byHand": {{byHand}}}""";
        var refused = await club.Api.Post("/purchases", body);
        refused.MustBeProblem(refused.Status, code, field);
        refused.Status.ShouldBeInRange(400, 422);
        (await club.Api.Get("/purchases"))["items"].GetArrayLength().ShouldBe(0);
    }

    private static string Json(SaleBody sale) => System.Text.Json.JsonSerializer.Serialize(sale, Options);

    private static readonly System.Text.Json.JsonSerializerOptions Options = new(
        System.Text.Json.JsonSerializerDefaults.Web
    )
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}
