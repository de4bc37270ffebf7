using System.Text.Json;

namespace Vafa.Tests.Purchases;

/// <summary>A quote is the sale without its writing; a price seen and then changed is caught by expect.</summary>
public sealed class QuoteTests
{
    private static readonly string[] SameInBoth =
    [
        "at",
        "total",
        "discount",
        "spent",
        "payable",
        "lines",
        "earned",
        "gifts",
        "applied",
        "notApplied",
        "programmeVersion",
    ];

    [Theory, BothDatabases]
    public async Task A_quote_says_what_the_sale_will_say_and_writes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = await Everything(club);
        var before = await club.RowCounts();
        var quote = (await club.Api.Post("/purchases/quote", sale, idempotencyKey: "")).MustBe(200);
        quote["maySpend"].ToString().ShouldBe("""[{"unit":"credit","amount":50000}]""");
        (await club.RowCounts()).ShouldBe(before);

        var receipt = await club.Sell(sale);
        foreach (var field in SameInBoth)
        {
            receipt[field].ToString().ShouldBe(quote[field].ToString(), field);
        }

        receipt.Json.TryGetProperty("maySpend", out _).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_quote_takes_payments_that_do_not_sum_yet(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("cash", 10, """, "when": {"paymentMethod": {"in": ["cash"]}}""");
        var sale = SaleBody.Guest(LineBody.One(10_000)) with { Payments = [new PaymentBody("cash", 10_000)] };
        var quote = (await club.Api.Post("/purchases/quote", sale)).MustBe(200);
        quote.Long("payable").ShouldBe(9_000, "who asks for the price does not know it");
        (await club.Api.Post("/purchases", sale)).MustBeProblem(422, "purchase.payments-sum", "/payments");
    }

    [Theory, BothDatabases]
    public async Task The_receipt_holds_what_the_contract_names(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = await Everything(club);
        var receipt = await club.Sell(sale);
        receipt
            .Json.EnumerateObject()
            .Select(f => f.Name)
            .ShouldBeSubsetOf([.. ReceiptFields, "branch", "till", "cashier", "channel", "reference"]);
        foreach (var field in ReceiptFields)
        {
            receipt.Json.TryGetProperty(field, out _).ShouldBeTrue(field);
        }

        receipt.Long("payable").ShouldBe(receipt.Long("total") - receipt.Long("discount") - receipt.Long("spent"));
        receipt["lines"].EnumerateArray().Select(l => l.GetProperty("line").GetInt32()).ShouldBe([1, 2, 3]);
        receipt["lines"].EnumerateArray().Sum(l => l.GetProperty("discount").GetInt64()).ShouldBe(60_000);
        receipt["lines"].EnumerateArray().Sum(l => l.GetProperty("spent").GetInt64()).ShouldBe(20_000);
        receipt["earned/0/cause/title"].GetString().ShouldBe("Back");
        receipt["wallets"]
            .EnumerateArray()
            .Select(w => w.GetProperty("unit").GetString())
            .ShouldBe(["points", "credit"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task A_receipt_reads_the_same_a_year_and_many_changes_later(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var receipt = await club.Sell(await Everything(club));
        await club.SetCreditBack(40);
        await club.SetDiscount("ten", 60);
        club.Clock.Advance(TimeSpan.FromDays(365));
        await club.Sell(SaleBody.Of(receipt["member/id"].GetGuid(), LineBody.One(700_000)));
        var read = (await club.Api.Get($"/purchases/{receipt.Id()}")).MustBe(200);
        foreach (var field in receipt.Json.EnumerateObject())
        {
            read[field.Name].ToString().ShouldBe(field.Value.ToString(), field.Name);
        }

        (await club.Api.Get($"/purchases/{Guid.CreateVersion7()}")).MustBeProblem(404, "purchase.unknown");
    }

    [Theory, BothDatabases]
    public async Task A_price_that_has_changed_is_refused_with_the_new_receipt_and_nothing_written(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        var sale = SaleBody.Guest(LineBody.One(100_000)) with { Expect = new ExpectBody(90_000) };
        (await club.Api.Post("/purchases/quote", sale)).MustBe(200).Long("payable").ShouldBe(90_000);
        await club.SetDiscount("ten", 5);
        var before = await club.RowCounts();
        var refused = (await club.Api.Post("/purchases", sale, "the-key")).MustBeProblem(
            409,
            "purchase.changed",
            "/expect/payable"
        );
        refused.Long("receipt/payable").ShouldBe(95_000);
        refused["receipt/applied/0/offer"].GetString().ShouldBe("ten");
        (await club.RowCounts()).ShouldBe(before);

        var agreed = sale with { Expect = new ExpectBody(95_000) };
        (await club.Api.Post("/purchases", agreed, "the-key")).MustBe(201).Long("payable").ShouldBe(95_000);
    }

    [Theory, BothDatabases]
    public async Task What_an_answered_change_set_holds_for_the_next_sale_on_every_node(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var other = engine == Engine.Postgres ? await club.StartNode() : club.Api;
        for (var percent = 1; percent <= 10; percent++)
        {
            await club.SetDiscount("ten", percent);
            var sale = SaleBody.Guest(LineBody.One(10_000));
            (await other.Post("/purchases/quote", sale)).MustBe(200).Long("discount").ShouldBe(percent * 100);
            // Many at once: none may go by what its lane knew before.
            var sales = Enumerable.Range(0, 16).Select(_ => other.Post("/purchases", sale));
            foreach (var receipt in await Task.WhenAll(sales))
            {
                receipt.MustBe(201).Long("discount").ShouldBe(percent * 100);
            }
        }
    }

    private static readonly string[] ReceiptFields =
    [
        "id",
        "at",
        "recordedAt",
        "member",
        "total",
        "discount",
        "spent",
        "payable",
        "lines",
        "earned",
        "gifts",
        "rewards",
        "said",
        "applied",
        "notApplied",
        "wallets",
        "tier",
        "programmeVersion",
    ];

    /// <summary>A basket that has something of everything.</summary>
    private static async Task<SaleBody> Everything(TestClub club)
    {
        await club.SetDiscount("ten", 10);
        await club.SetDiscount("far", 50, """, "when": {"basketTotal": {"atLeast": 9000000}}""");
        await club.SetCreditBack(5);
        await club.Set("/products/pen", """{"title": {"en": "Pen"}}""");
        await club.Set(
            "/offers/pen",
            """
            {"title": {"en": "A pen"}, "combine": true, "give": [{"freeItem": {"product": "pen", "quantity": 1}}]}
            """
        );
        var member = await club.Join();
        await club.Give(member, "credit", 50_000);
        club.Clock.Advance(TimeSpan.FromHours(1));
        return SaleBody
            .Of(
                member,
                LineBody.One(400_000),
                new LineBody(0.5m, 400_000) { Sku = "nuts", Name = "آجیل" },
                LineBody.Shipping(30_000)
            )
            .Spending("credit", 20_000) with
        {
            At = TestClock.Start.AddMinutes(30),
        };
    }
}
