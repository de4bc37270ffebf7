using Vafa.Tests.Members;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Lists;

/// <summary>Members by the tier they hold today.</summary>
public sealed class TierFilterTests
{
    [Theory, BothDatabases]
    public async Task Members_are_found_by_the_tier_that_counts_today(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var silver = await Shop.Join(club, "09120000001");
        var gold = await Shop.Join(club, "09120000002");
        var given = await Shop.Join(club, "09120000003");
        var none = await Shop.Join(club, "09120000004");
        await club.Buy(silver, 150_000);
        await club.Buy(gold, 400_000);
        await club.Buy(given, 150_000);
        var until = DateOnly.FromDateTime(club.Clock.Now.UtcDateTime).AddDays(2).ToString("yyyy-MM-dd");
        (
            await club.Api.Post(
                $"/members/{given}/tier",
                new
                {
                    tier = "friend",
                    until,
                    reason = "x",
                }
            )
        ).MustBe(201);
        (await club.Api.Post($"/members/{gold}/tier", new { tier = "silver-tier", reason = "x" })).MustBe(201);

        (await club.Found("tier=silver-tier")).ShouldBe([silver]);
        (await club.Found("tier=gold")).ShouldBe([gold]);
        (await club.Found("tier=friend")).ShouldBe([given]);
        (await club.Found("tier=none:club")).ShouldBe([none]);
        (await club.Found("tier=gold&tier=none:club")).ShouldBe([none, gold], ignoreOrder: true);
        (await club.Api.Get("/members/count?tier=gold&tier=silver-tier")).Long("count").ShouldBe(2);
        club.Clock.Advance(TimeSpan.FromDays(4));
        (await club.Found("tier=friend")).ShouldBeEmpty();
        (await club.Found("tier=silver-tier")).ShouldBe([given, silver], ignoreOrder: true);

        (await club.Api.Get("/members?tier=steel")).MustBeProblem(422, "tier.unknown", "/tier");
        (await club.Api.Get("/members?tier=none:steel")).MustBeProblem(422, "tier.unknown", "/tier");
    }

    [Theory, BothDatabases]
    public async Task The_list_says_it_on_a_chip_and_views_bulk_and_segments_know_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var gold = await Shop.Join(club, "09120000002");
        await Shop.Join(club, "09120000004");
        await club.Buy(gold, 400_000);
        using var page = await club.SignedIn("reza", "manager");
        var (status, text) = await page.Page("/members?tier=gold");
        status.ShouldBe(200);
        text.ShouldContain("سطح: طلایی");
        (await page.Page("/members?tier=none:club&lang=en")).Text.ShouldContain("Tier: none in Club");

        (
            await club.Api.Post(
                "/views",
                new
                {
                    list = "members",
                    name = "طلایی‌ها",
                    query = "tier=gold",
                }
            )
        ).MustBe(201);
        await club.Set("/groups/vip", """{"title": {"en": "VIP"}}""");
        var bulk = new
        {
            filter = "tier=gold",
            action = "addGroup",
            value = "vip",
            expect = 1,
        };
        (await club.Api.Post("/members/bulk", bulk)).MustBe(200).Long("changed").ShouldBe(1);
        await club.Set("/segments/golden", """{"title": {"fa": "طلایی‌ها"}, "filter": "tier=gold&tier=none:club"}""");
        await club.SetDiscount("golden", 10, """, "when": {"segment": {"in": ["golden"]}}""");
        (await club.Buy(gold, 1_000)).Applied().ShouldBe(["golden"]);
    }
}
