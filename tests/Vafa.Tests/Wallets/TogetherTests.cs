using Vafa.Tests.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Wallets;

/// <summary>Calls for one member that come together, and so are decided in one transaction, see each other.</summary>
public sealed class TogetherTests
{
    /// <summary>Other calls keep the lane busy, so that those behind them meet in one batch.</summary>
    [Theory, BothDatabases]
    public async Task What_expired_stands_again_once_however_many_ask_at_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var others = new[] { await club.Join("09121234568"), await club.Join("09121234569") };
        for (var lot = 1; lot <= 4; lot++)
        {
            await club.Give(member, "credit", 100, club.Clock.Now.AddHours(2));
        }

        await club.Sleep();
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        for (var lot = 1; lot <= 4; lot++)
        {
            var url = $"/members/{member}/lots/{lot}/reinstate";
            var sales = others.Select(o => club.Sell(SaleBody.Of(o, LineBody.One(1_000)))).ToList();
            var asked = Enumerable.Range(0, 5).Select(_ => club.Api.Post(url, """{"reason": "as promised"}"""));
            var answers = await Task.WhenAll(asked);
            await Task.WhenAll(sales);
            answers.Count(a => a.Status == 201).ShouldBe(1);
            answers.Where(a => a.Status != 201).ShouldAllBe(a => a.Status == 409);
            (await club.Wallet(member, "credit")).Balance.ShouldBe(100 * lot);
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Parts_stand_again_up_to_what_expired_and_none_shortens_another(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "credit", 100, club.Clock.Now.AddHours(2));
        await club.Sleep();
        var url = $"/members/{member}/lots/1/reinstate";
        var late = club.Clock.Now.AddDays(30);
        var part = (
            await club.Api.Post(
                url,
                new
                {
                    amount = 60,
                    expiresAt = late,
                    reason = "sorry",
                }
            )
        ).MustBe(201);
        (part.Long("amount"), part.Long("remaining")).ShouldBe((60, 60));
        var sooner = new
        {
            amount = 10,
            expiresAt = late.AddDays(-9),
            reason = "more",
        };
        (await club.Api.Post(url, sooner)).MustBeProblem(409, "ledger.not-later", "/expiresAt");
        var much = new
        {
            amount = 50,
            expiresAt = late,
            reason = "more",
        };
        (await club.Api.Post(url, much)).MustBeProblem(409, "ledger.too-much-expired", "/amount");
        (await club.Api.Post(url, new { reason = "all of it, for ever" })).MustBe(201).Long("remaining").ShouldBe(100);
        (await club.Api.Post(url, new { reason = "again" })).MustBeProblem(409, "ledger.nothing-expired", "/lot");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(100);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task An_event_earns_as_often_as_it_may_however_many_come_at_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/engagements/review",
            """{"title": {"fa": "نظر"}, "earn": [{"unit": "points", "amount": 20}], "perMember": {"uses": 2, "every": "month"}}"""
        );
        var other = await club.Join();
        foreach (var mobile in new[] { "09121234568", "09121234569", "09121234570" })
        {
            var member = await club.Join(mobile);
            var sale = club.Sell(SaleBody.Of(other, LineBody.One(1_000)));
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(1, 6)
                    .Select(n =>
                        club.Api.Post($"/members/{member}/events", new { @event = "review", reference = "r" + n })
                    )
            );
            await sale;
            answers.ShouldAllBe(a => a.Status == 201);
            answers.Count(a => !a["limited"].GetBoolean()).ShouldBe(2);
            (await club.Wallet(member, "points")).Balance.ShouldBe(40);
        }

        await club.MustBeConsistent();
    }

    /// <summary>A refund takes what stood again a moment ago.</summary>
    [Theory, BothDatabases]
    public async Task A_refund_beside_what_stands_again_leaves_nothing_of_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "expiresAfterDays": 1}"""
        );
        await club.SetPointFor(1_000);
        var other = await club.Join();
        var member = await club.Join("09121234568");
        var sale = (await club.Sell(SaleBody.Of(member, LineBody.One(100_000)))).Id();
        await club.Sleep(3);
        var busy = club.Sell(SaleBody.Of(other, LineBody.One(1_000)));
        var again = club.Api.Post($"/members/{member}/lots/1/reinstate", """{"reason": "sorry"}""");
        var refund = club.Api.Post($"/purchases/{sale}/refunds", """{"reason": "brought back"}""");
        var answers = await Task.WhenAll(busy, again, refund);
        (answers[0].Status, answers[2].Status).ShouldBe((201, 201));
        // Whichever came first: what stood again when the refund came is taken, and what it had counted stays away.
        if (answers[1].Status != 201)
        {
            answers[1].MustBeProblem(409, "ledger.given-back", "/amount");
        }

        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }
}
