using Vafa.Tests.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Wallets;

/// <summary>What a refund counted as taken back, because it had expired by then, never stands again.</summary>
public sealed class GivenBackTests
{
    [Theory, BothDatabases]
    public async Task Only_what_no_refund_counted_stands_again_and_the_rest_of_the_refund_takes_that(Engine engine)
    {
        await using var club = await Club(engine);
        var member = await club.Join();
        var sale = (await club.Sell(SaleBody.Of(member, LineBody.Some(4, 25_000)))).Id();
        await club.Sleep(3);
        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        var refunds = $"/purchases/{sale}/refunds";
        var half = """{"lines": [{"line": 1, "quantity": 2}], "reason": "two came back"}""";
        Shop.Amounts((await club.Api.Post(refunds, half)).MustBe(201)["reversed"]).ShouldBe("-");

        var url = $"/members/{member}/lots/1/reinstate";
        var much = await club.Api.Post(url, """{"amount": 51, "reason": "sorry"}""");
        much.MustBeProblem(409, "ledger.given-back", "/amount");
        much.Text.ShouldContain("بیش از ۵۰ زنده نمی‌شود");
        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        (await club.Api.Post(url, """{"reason": "sorry"}""")).MustBe(201).Long("amount").ShouldBe(50);
        (await club.Wallet(member, "points")).Balance.ShouldBe(50);
        (await club.Api.Post(url, """{"amount": 1, "reason": "more"}""")).MustBeProblem(
            409,
            "ledger.given-back",
            "/amount"
        );

        var rest = (await club.Api.Post(refunds, """{"reason": "all came back"}""")).MustBe(201);
        Shop.Amounts(rest["reversed"]).ShouldBe("50 points");
        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        (await club.Api.Post(url, """{"reason": "again"}""")).MustBeProblem(409, "ledger.given-back", "/amount");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_a_whole_refund_found_expired_is_gone(Engine engine)
    {
        await using var club = await Club(engine);
        var member = await club.Join();
        var sale = (await club.Sell(SaleBody.Of(member, LineBody.One(100_000)))).Id();
        await club.Sleep(3);
        (await club.Api.Post($"/purchases/{sale}/refunds", """{"reason": "came back"}""")).MustBe(201);
        var again = await club.Api.Post($"/members/{member}/lots/1/reinstate", """{"reason": "sorry"}""");
        again.MustBeProblem(409, "ledger.given-back", "/amount");
        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }

    /// <summary>Points that live for a day, one for 1,000.</summary>
    private static async Task<TestClub> Club(Engine engine)
    {
        var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "expiresAfterDays": 1}"""
        );
        await club.SetPointFor(1_000);
        return club;
    }
}
