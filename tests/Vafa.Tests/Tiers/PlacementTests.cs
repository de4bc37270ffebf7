using System.Text.Json;
using Vafa.Features.Import;
using Vafa.Tests.Cli;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tiers;

/// <summary>Tiers that a person gives, or a file.</summary>
public sealed class PlacementTests
{
    [Theory, BothDatabases]
    public async Task A_person_gives_a_tier_and_takes_it_back(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        await club.SetLadder();
        var member = await club.Join();
        var placed = await club.Api.Post(
            $"/members/{member}/tier",
            """{"tier": "gold", "until": "2026-04-10", "reason": "a good friend"}"""
        );
        placed.MustBe(201).String("tier").ShouldBe("gold");
        placed["byRules"].ValueKind.ShouldBe(JsonValueKind.Null);
        placed.String("placed/until").ShouldBe("2026-04-10");
        (await club.Buy(member, 10_000)).Earned().ShouldBe("10 points, 5 points");
        var read = (await club.Api.Get($"/members/{member}")).MustBe(200);
        read.String("tier").ShouldBe("gold");
        read.String("tiers/0/placed/tier").ShouldBe("gold");
        read.Text.ShouldNotContain("\"next\"");

        var taken = (await club.Api.Delete($"/members/{member}/tier?ladder=club")).MustBe(200);
        taken["tier"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await club.Api.Delete($"/members/{member}/tier")).MustBeProblem(404, "tier.not-placed");
        (await club.Buy(member, 10_000)).Earned().ShouldBe("10 points");
        (await club.Moves(member)).ShouldBe(["Placed - gold", "PlacementTaken gold -"]);

        var told = (await club.Api.Get($"/members/{member}/timeline"))
            .MustBe(200)["items"]
            .EnumerateArray()
            .Select(e => e.GetProperty("sentence").GetString())
            .ToList();
        told.ShouldContain("سطح طلایی به او داده شد");
        told.ShouldContain("سطح طلایی از او گرفته شد");
        var audit = (await club.Api.Get("/audit?action=member.tier-placed")).MustBe(200);
        audit["items"].GetArrayLength().ShouldBe(1);
        audit.String("items/0/after/reason").ShouldBe("a good friend");
        (await club.Api.Get("/audit?action=member.tier-ended")).MustBe(200)["items"].GetArrayLength().ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_placement_ends_with_its_last_day_even_before_the_night(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        await club.Buy(member, 100_000);
        (
            await club.Api.Post(
                $"/members/{member}/tier",
                """{"tier": "friend", "until": "1405/01/10", "reason": "x"}"""
            )
        ).MustBe(201);
        (await club.Standing(member)).ReviewOn.ShouldBe(new DateOnly(2026, 3, 31));
        (await club.Tier(member)).ShouldBe("friend");
        club.Clock.Advance(TimeSpan.FromDays(5));
        (await club.Tier(member)).ShouldBe("friend");
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await club.Tier(member)).ShouldBe("silver-tier");
        (await club.Buy(member, 1_000)).String("tier").ShouldBe("silver-tier");
        (await club.Review()).PlacementsEnded.ShouldBe(1);
        (await club.Moves(member))[^1].ShouldBe("PlacementEnded friend -");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_can_not_be_given_is_refused_and_the_same_call_gives_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        var path = $"/members/{member}/tier";
        (await club.Api.Post(path, """{"tier": "gone", "reason": "x"}""")).MustBeProblem(422, "tier.unknown", "/tier");
        (await club.Api.Post(path, """{"tier": "gold", "ladder": "x", "reason": "x"}""")).MustBeProblem(
            422,
            "tier.other-ladder",
            "/ladder"
        );
        (await club.Api.Post(path, """{"tier": "gold", "until": "2026-03-24", "reason": "x"}""")).MustBeProblem(
            422,
            "tier.until-past",
            "/until"
        );
        (await club.Api.Post(path, "{}")).MustBeProblem(422, "json.required", "/tier", "/reason");
        (
            await club.Api.Post($"/members/{Guid.CreateVersion7()}/tier", """{"tier": "gold", "reason": "x"}""")
        ).MustBeProblem(404, "member.unknown");
        (await club.Moves(member)).ShouldBeEmpty();
        var till = await club.ClientWith("members", "purchases");
        (await till.Post(path, """{"tier": "gold", "reason": "x"}""")).MustBeProblem(403, "key.scope");
        (await till.Delete(path)).MustBeProblem(403, "key.scope");
    }

    [Theory, BothDatabases]
    public async Task A_file_of_members_may_bring_their_tiers(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        const string file = "mobile,tier\n09121234567,gold\n09121234568,نقره‌ای\n09121234569,\n09121234560,diamond\n";
        var tally = await club.Import<ImportMembers>(file);
        (tally.Added, tally.Rejected).ShouldBe((3, 1));
        (await club.Import<ImportMembers>(file)).Known.ShouldBe(3);
        var members = (await club.Api.Get("/members?sort=joined")).MustBe(200)["items"].EnumerateArray();
        members.Select(m => m.GetProperty("tier").GetString()).Order().ShouldBe([null, "gold", "silver-tier"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_way_to_the_next_tier_is_told_in_the_callers_language(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        await club.Buy(member, 120_000);
        var told = (await club.Api.Get($"/members/{member}/tiers")).MustBe(200);
        told.String("items/0/ladderTitle").ShouldBe("باشگاه");
        told.String("items/0/title").ShouldBe("نقره‌ای");
        told.String("items/0/message").ShouldBe("۱۸٬۰۰۰ تومان تا طلایی");
        told.String("items/0/services/0").ShouldBe("قهوهٔ مهمان");
        told.String("items/0/standing/fallsOn").ShouldBe("2026-04-24");
        told.Long("items/0/standing/percent").ShouldBe(40);
        (await club.Api.Get($"/members/{Guid.CreateVersion7()}/tiers")).MustBeProblem(404, "member.unknown");
        club.Clock.Advance(TimeSpan.FromDays(20));
        var near = (await club.Api.Get($"/members/{member}/tiers")).MustBe(200);
        near.String("items/0/warning").ShouldBe("۱۰٬۰۰۰ تومان تا ۳ اردیبهشت ۱۴۰۵ برای ماندن در نقره‌ای");
    }
}
