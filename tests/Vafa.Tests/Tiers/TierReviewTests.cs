using Vafa.Features.Tiers;
using Vafa.Tests.Cli;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tiers;

/// <summary>The nightly look at who is due: falls, graces, warnings, and ladders that have changed.</summary>
public sealed class TierReviewTests
{
    [Theory, BothDatabases]
    public async Task A_rolling_tier_is_held_while_its_window_reaches_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder(more: """, "graceDays": 5, "warnDays": 7""");
        var member = await club.Join();
        await club.Buy(member, 150_000);
        (await club.Review()).ShouldBe(new TierTally(1, 0, 0, 0, 0, 0));
        // Bought on 25 March: the window of 23 April is the last that holds it, and the grace ends on 28 April.
        (await club.Standing(member)).ReviewOn.ShouldBe(new DateOnly(2026, 4, 22));
        (await club.Review(new DateOnly(2026, 4, 21))).Reviewed.ShouldBe(0);
        (await club.Review(new DateOnly(2026, 4, 22))).Warned.ShouldBe(1);
        (await club.Review(new DateOnly(2026, 4, 23))).Reviewed.ShouldBe(0);
        (await club.Review(new DateOnly(2026, 4, 24))).Graces.ShouldBe(1);
        (await club.Standing(member)).GraceUntil.ShouldBe(new DateOnly(2026, 4, 28));
        (await club.Review(new DateOnly(2026, 4, 28))).Reviewed.ShouldBe(0);
        (await club.Review(new DateOnly(2026, 4, 29))).Fell.ShouldBe(1);
        (await club.Review(new DateOnly(2026, 4, 29))).Reviewed.ShouldBe(0);
        (await club.Moves(member)).ShouldBe([
            "Rose - silver-tier",
            "Warned silver-tier silver-tier",
            "GraceBegan silver-tier silver-tier",
            "Fell silver-tier -",
        ]);
        var messages = (await club.Api.Get("/messages"))
            .MustBe(200)["items"]
            .EnumerateArray()
            .Select(m => m.GetProperty("text").GetString()!)
            .ToList();
        messages.ShouldContain(m =>
            m.Contains("برای ماندن در سطح نقره‌ای، تا ۸ اردیبهشت ۱۴۰۵ ۱۰٬۰۰۰ تومان دیگر", StringComparison.Ordinal)
        );
        messages.ShouldContain(m => m.Contains("سطح نقره‌ای شما پایان یافت", StringComparison.Ordinal));
        messages.ShouldContain(m => m.Contains("به سطح نقره‌ای رسیدید", StringComparison.Ordinal));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_purchase_in_the_grace_keeps_the_tier_at_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder(more: """, "graceDays": 5""");
        var member = await club.Join();
        await club.Buy(member, 150_000);
        club.Clock.Advance(TimeSpan.FromDays(30));
        (await club.Review()).Graces.ShouldBe(1);
        await club.Buy(member, 100_000);
        (await club.Standing(member)).GraceUntil.ShouldBeNull();
        (await club.Review()).Fell.ShouldBe(0);
        (await club.Tier(member)).ShouldBe("silver-tier");
        (await club.Moves(member))[^1].ShouldBe("Kept silver-tier silver-tier");
    }

    [Theory, BothDatabases]
    public async Task A_year_turns_by_what_it_brought(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder("\"year\"");
        var (steady, once) = (await club.Join(), await club.Join("09121234568"));
        await club.Buy(steady, 300_000);
        await club.Buy(once, 300_000);
        club.Clock.Advance(TimeSpan.FromDays(365));
        await club.Buy(steady, 120_000);
        (await club.Review()).Fell.ShouldBe(0);
        (await club.Tier(once)).ShouldBe("gold");
        club.Clock.Advance(TimeSpan.FromDays(361));
        // 1 Farvardin 1407: the year that ended gives silver to one and nothing to the other.
        (await club.Review(new DateOnly(2028, 3, 19))).Fell.ShouldBe(0);
        (await club.Review(new DateOnly(2028, 3, 20))).Fell.ShouldBe(2);
        (await club.Tier(steady)).ShouldBe("silver-tier");
        (await club.Tier(once)).ShouldBeNull();
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_ladder_that_is_new_or_has_changed_is_looked_at_for_everybody(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var members = new List<Guid>();
        foreach (var n in Enumerable.Range(0, 5))
        {
            members.Add(await club.Join($"0912000000{n}"));
            await club.Buy(members[n], 40_000 * (n + 1));
        }

        (await club.Review()).Reviewed.ShouldBe(0);
        await club.SetLadder();
        (await club.Review()).ShouldBe(new TierTally(5, 3, 0, 0, 0, 0) { Moved = 3 });
        (await club.Review()).Reviewed.ShouldBe(0);
        var lower = TierClub.Tiers.Replace("100000", "40000", StringComparison.Ordinal);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: lower));
        (await club.Review()).ShouldBe(new TierTally(5, 2, 0, 0, 0, 0) { Moved = 2 });
        var higher = TierClub.Tiers.Replace("100000", "200000", StringComparison.Ordinal);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: higher));
        (await club.Review()).ShouldBe(new TierTally(5, 0, 4, 0, 0, 0) { Moved = 4 });
        (await club.Tier(members[4])).ShouldBe("silver-tier");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_ladders_go_their_own_ways(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        await club.Set(
            "/ladders/visits",
            """
            {"title": {"en": "Visits"}, "measure": {"days": 5}, "tiers": [
             {"code": "regular", "title": {"en": "Regular"}, "from": {"visits": 2}}]}
            """
        );
        var member = await club.Join();
        await club.Buy(member, 60_000);
        var both = await club.Buy(member, 60_000);
        both["tierProgress"].GetArrayLength().ShouldBe(2);
        both.String("tierProgress/1/tier").ShouldBe("regular");
        club.Clock.Advance(TimeSpan.FromDays(5));
        (await club.Review()).Fell.ShouldBe(1);
        var tiers = (await club.Api.Get($"/members/{member}")).MustBe(200)["tiers"];
        tiers[0].GetProperty("tier").GetString().ShouldBe("silver-tier");
        tiers[1].GetProperty("tier").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_check_names_a_tier_that_is_not_what_last_happened(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        await club.Buy(member, 150_000);
        foreach (var column in new[] { "tier", "placed_tier" })
        {
            await club.Execute($"UPDATE member_tier SET {column} = 'gold'");
            var named = (await Cafe.Differences(club.Database)).ShouldHaveSingleItem();
            (named.Table, named.Column, named.Stored).ShouldBe(("member_tier", column, "gold"));
            await club.Execute(
                column == "tier"
                    ? "UPDATE member_tier SET tier = 'silver-tier'"
                    : "UPDATE member_tier SET placed_tier = NULL"
            );
        }

        await club.Execute("UPDATE member_tier SET moves = 2");
        (await Cafe.Differences(club.Database)).ShouldHaveSingleItem().Column.ShouldBe("moves");
        await club.Execute("DELETE FROM member_tier");
        (await Cafe.Differences(club.Database)).ShouldHaveSingleItem().Table.ShouldBe("member_tier");
    }
}
