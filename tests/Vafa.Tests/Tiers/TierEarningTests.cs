using Vafa.Tests.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tiers;

/// <summary>A tier of earned amounts is reached by what is earned without a sale, too.</summary>
public sealed class TierEarningTests
{
    private const string Tiers = """
        {"code": "known", "title": {"fa": "آشنا", "en": "Known"}, "from": {"earned": {"unit": "points", "amount": 100}}}
        """;

    [Theory, BothDatabases]
    public async Task An_event_that_reaches_a_tier_lifts_at_once_and_tells_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: Tiers));
        await club.Set(
            "/engagements/review",
            """{"title": {"fa": "نظر"}, "earn": [{"unit": "points", "amount": 60}]}"""
        );
        var member = await club.Join();
        (await club.Api.Post($"/members/{member}/events", """{"event": "review"}""")).MustBe(201);
        (await club.Tier(member)).ShouldBeNull();
        (await club.Api.Post($"/members/{member}/events", """{"event": "review"}""")).MustBe(201);
        (await club.Tier(member)).ShouldBe("known");
        (await club.Messages(member, "tier")).ShouldHaveSingleItem().ShouldContain("آشنا");
        await club.Sleep();
        (await club.Tier(member)).ShouldBe("known");
        (await club.Moves(member)).ShouldBe(["Rose - known"]);
        await club.MustBeConsistent();
    }
}
