using Vafa.Tests.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Merging;

/// <summary>What was bought under the old id comes back to the member it became.</summary>
public sealed class MergedRefundTests
{
    [Theory, BothDatabases]
    public async Task A_refund_takes_from_what_the_lots_became_and_gives_back_what_was_spent(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await club.Give(two.Goes, "credit", 50_000);
        var sale = await club.Sell(SaleBody.Of(two.Goes, LineBody.Some(2, 100_000)).Spending("credit", 50_000));
        await two.Merge();
        (await club.Wallet(two.Stays, "credit")).Balance.ShouldBe(15_000);
        await club.Sell(SaleBody.Of(two.Stays, LineBody.One(20_000)).Spending("credit", 9_000));

        var half = (
            await club.Api.Post(
                $"/purchases/{sale.Id()}/refunds",
                """{"lines": [{"line": 1, "quantity": 1}], "reason": "x"}"""
            )
        ).MustBe(201);
        Shop.Amounts(half["returned"]).ShouldBe("25000 credit");
        Shop.Amounts(half["reversed"]).ShouldBe("7500 credit, 8 points", "floor of what is kept");
        (await club.Wallet(two.Stays, "credit")).Balance.ShouldBe(15_000 - 9_000 + 1_100 + 25_000 - 7_500);
        var member = await two.Member();
        (member.Long("visits"), member.Long("spent")).ShouldBe((2, 11_000 + 75_000));
        await club.MustBeConsistent();

        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", new { reason = "rest" })).MustBe(201);
        (await two.Member()).Long("visits").ShouldBe(1);
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_debt_of_such_a_refund_is_the_survivors_and_undoing_goes_on(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        var sale = await two.Sell(two.Goes, 100_000);
        var merged = await two.Merge();
        await club.Sell(SaleBody.Of(two.Stays, LineBody.One(10_000)).Spending("credit", 8_000));
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", new { reason = "x" })).MustBe(201);
        (await club.Wallet(two.Stays, "credit")).Balance.ShouldBe(10_000 - 8_000 + 200 - 10_000);
        await club.MustBeConsistent();

        (await two.Undo(merged)).MustBe(200);
        (await club.Wallet(two.Goes, "credit")).Balance.ShouldBe(-7_800);
        (await club.Api.Get($"/members/{two.Goes}")).Long("visits").ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_waits_for_an_event_of_an_old_sale_comes_free_at_the_survivor(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "available": {"event": "delivered"}}"""
        );
        var two = await TwoOfOne.In(club);
        var sale = await two.Sell(two.Goes, 100_000);
        await two.Merge();
        (await club.Wallet(two.Stays, "points")).ShouldBe((0, 10));
        (await club.Api.Post($"/members/{two.Goes}/events", new { @event = "delivered", purchase = sale.Id() })).MustBe(
            201
        );
        (await club.Wallet(two.Stays, "points")).ShouldBe((10, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_night_finds_the_survivor_alone(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await club.Give(two.Goes, "points", 40, club.Clock.Now.AddHours(5));
        await two.Merge();
        await club.Sleep(2);
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }
}
