namespace Vafa.Tests.Purchases;

/// <summary>Sales that are concluded elsewhere come in as facts (semantics 9).</summary>
public sealed class TakenTests
{
    [Theory, BothDatabases]
    public async Task A_concluded_sale_is_recorded_as_fact_with_its_difference_from_our_own_decision(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.SetCreditBack(10);
        await club.SetDiscount("ten", 10);
        var receipt = await club.Sell(
            SaleBody.Of(member, LineBody.One(60_000), LineBody.One(40_000)) with
            {
                Taken = new TakenBody(25_000, 75_000) { Offers = ["ten"] },
                Expect = new ExpectBody(1),
            }
        );
        receipt.Long("discount").ShouldBe(25_000);
        receipt.Long("payable").ShouldBe(75_000);
        receipt["lines"].EnumerateArray().Select(l => l.GetProperty("discount").GetInt64()).ShouldBe([15_000, 10_000]);
        receipt.Earned().ShouldBe("7500 credit", "earning goes by what was taken");
        receipt.Long("taken/ownDiscount").ShouldBe(10_000);
        receipt.Long("taken/ownPayable").ShouldBe(90_000);
        receipt["taken/overLimit"].GetArrayLength().ShouldBe(0);
        receipt.Applied().ShouldBe(["ten"]);

        var read = (await club.Api.Get($"/purchases/{receipt.Id()}")).MustBe(200);
        read["taken"].ToString().ShouldBe(receipt["taken"].ToString());
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_concluded_sale_without_our_offers_gets_none_and_says_what_we_would_have_given(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        var receipt = await club.Sell(SaleBody.Guest(LineBody.One(100_000)) with { Taken = new TakenBody(0, 100_000) });
        receipt.Applied().ShouldBeEmpty();
        receipt.NotApplied("ten").GetProperty("code").GetString().ShouldBe("offer.not-taken");
        receipt.Long("taken/ownDiscount").ShouldBe(10_000);
        receipt.Long("payable").ShouldBe(100_000);
    }

    [Theory, BothDatabases]
    public async Task A_limit_that_a_concluded_sale_passes_says_so_and_refuses_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("first", 10, """, "limits": {"uses": 1}""");
        var taken = SaleBody.Guest(LineBody.One(100_000)) with
        {
            Taken = new TakenBody(10_000, 90_000) { Offers = ["first"] },
        };
        (await club.Sell(taken))["taken/overLimit"].GetArrayLength().ShouldBe(0);
        var passed = await club.Sell(taken);
        passed.Applied().ShouldBe(["first"]);
        passed["taken/overLimit"].ToString().ShouldBe("""["first"]""");
        // Our own sales still meet the limit.
        (await club.Sell(taken with { Taken = null }))
            .NotApplied("first")
            .GetProperty("status")
            .GetString()
            .ShouldBe("usedUp");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Offers_named_by_a_concluded_sale_give_their_credit(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Set(
            "/offers/half",
            """
            {"title": {"en": "Half"}, "when": {"basketTotal": {"atLeast": 9000000}},
             "give": [{"creditPercent": {"percent": 50, "unit": "credit"}}]}
            """
        );
        var receipt = await club.Sell(
            SaleBody.Of(member, LineBody.One(100_000)) with
            {
                Taken = new TakenBody(0, 100_000) { Offers = ["half"] },
            }
        );
        receipt.Earned().ShouldBe("50000 credit");
        receipt["taken/overLimit"].ToString().ShouldBe("""["half"]""");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(50_000);
    }

    [Theory, BothDatabases]
    public async Task A_concluded_sale_that_does_not_add_up_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(100_000));
        await Refused(club, sale with { Taken = new TakenBody(10_000, 80_000) }, "taken.payable", "/taken/payable");
        await Refused(club, sale with { Taken = new TakenBody(100_001, 0) }, "taken.discount", "/taken/discount");
    }

    [Theory, BothDatabases]
    public async Task What_went_back_of_a_concluded_sale_is_what_was_taken(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        var sale = await club.Sell(
            SaleBody.Guest(LineBody.Some(3, 10_000)) with
            {
                Taken = new TakenBody(6_000, 24_000),
            }
        );
        var refund = (
            await club.Api.Post(
                $"/purchases/{sale.Id()}/refunds",
                """{"lines": [{"line": 1, "quantity": 1}], "reason": "broken"}"""
            )
        ).MustBe(201);
        refund.Long("refunded").ShouldBe(8_000);
    }

    private static async Task Refused(TestClub club, SaleBody sale, string code, string pointer)
    {
        var before = await club.RowCounts();
        (await club.Api.Post("/purchases", sale)).MustBeProblem(422, code, pointer);
        (await club.RowCounts()).ShouldBe(before);
    }
}
