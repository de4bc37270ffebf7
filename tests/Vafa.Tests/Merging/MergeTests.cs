using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Merging;

/// <summary>Two members become one, over HTTP (semantics 15).</summary>
public sealed class MergeTests
{
    [Theory, BothDatabases]
    public async Task Wallets_counters_keys_and_profile_come_together(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/groups/regulars", """{"title": {"en": "Regulars"}}""");
        await club.Set("/fields/city", """{"title": {"en": "City"}, "type": "text"}""");
        var two = await TwoOfOne.In(
            club,
            """, "firstName": "Sara", "consent": {"sms": true}""",
            """
            , "lastName": "Ahmadi", "birthDate": "1990-05-12", "email": "sara@example.com",
              "groups": ["regulars"], "fields": {"city": "Yazd"}, "consent": {"sms": false, "email": true}
            """
        );
        await two.Sell(two.Goes, 100_000);
        club.Clock.Now += TimeSpan.FromDays(1);
        await two.Sell(two.Stays, 50_000);
        var card = (await club.Api.Get($"/members/{two.Goes}")).String("card");
        var since = (await club.Api.Get($"/members/{two.Stays}"))["since"].GetDateTimeOffset();

        var merged = await two.Merge();

        Shop.Amounts(merged["moved"]).ShouldBe("10000 credit, 10 points");
        (merged.Long("visits"), merged.Long("spent")).ShouldBe((1, 100_000));
        var member = await two.Member();
        (member.Long("visits"), member.Long("spent")).ShouldBe((2, 150_000));
        (await club.Wallet(two.Stays, "credit")).Balance.ShouldBe(15_000);
        (member.String("firstName"), member.String("lastName")).ShouldBe(("Sara", "Ahmadi"));
        (member.String("birthDate"), member.String("email")).ShouldBe(("1990-05-12", "sara@example.com"));
        (member.String("groups/0"), member.String("fields/city")).ShouldBe(("regulars", "Yazd"));
        (member["consent/sms"].GetBoolean(), member["consent/email"].GetBoolean()).ShouldBe((false, true));
        member["since"].GetDateTimeOffset().ShouldBeLessThanOrEqualTo(since);
        member["mergedFrom"].EnumerateArray().Select(m => m.GetGuid()).ShouldBe([two.Goes]);

        // The old mobile, card and id lead to who stays.
        foreach (var query in (string[])["mobile=" + TwoOfOne.OldMobile, "card=" + card, "q=Ahmadi"])
        {
            var found = (await club.Api.Get("/members?" + query)).MustBe(200);
            found["items"].EnumerateArray().Select(m => m.GetProperty("id").GetGuid()).ShouldBe([two.Stays], query);
        }

        (await club.Api.Get($"/members/{two.Goes}")).MustBe(200).Id().ShouldBe(two.Stays);
        (await club.Api.Get("/members/count")).MustBe(200).Long("count").ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_still_uses_the_old_id_goes_on_with_the_survivor(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await two.Merge();

        var sale = await two.Sell(two.Goes, 100_000);
        sale.Id("member/id").ShouldBe(two.Stays);
        await club.Give(two.Goes, "points", 7);
        (await club.Api.Patch($"/members/{two.Goes}", """{"firstName": "Sara"}"""))
            .MustBe(200)
            .Id()
            .ShouldBe(two.Stays);
        var quote = (await club.Api.Post("/purchases/quote", SaleBody.Of(two.Goes, LineBody.One(1_000)), "")).MustBe(
            200
        );
        quote.Id("member/id").ShouldBe(two.Stays);
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(17);
        (await two.Member()).String("firstName").ShouldBe("Sara");
        // A change of the profile leaves the old mobile where it leads.
        (await club.Api.Get("/members?mobile=" + TwoOfOne.OldMobile))
            .Id("items/0/id")
            .ShouldBe(two.Stays);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Lists_of_one_tell_of_both(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        var sales = new List<Guid>();
        foreach (var who in (Guid[])[two.Goes, two.Stays, two.Goes, two.Stays])
        {
            club.Clock.Now += TimeSpan.FromMinutes(10);
            sales.Add((await two.Sell(who, 100_000)).Id());
        }

        club.Clock.Now += TimeSpan.FromMinutes(10);
        var written = new Wording(Persian: true, Toman: true);
        var card = written.Digits((await club.Api.Get($"/members/{two.Goes}")).String("card")!);
        await two.Merge();
        sales.Reverse();

        var list = (await club.Api.Get($"/purchases?member={two.Goes}")).MustBe(200);
        list["items"].EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).ShouldBe(sales);
        var (causes, cursor) = (new List<Guid>(), "");
        do
        {
            var page = (await club.Api.Get($"/members/{two.Stays}/statement?unit=points&limit=2{cursor}")).MustBe(200);
            causes.AddRange(
                page["items"].EnumerateArray().Select(i => i.GetProperty("cause").GetProperty("id").GetGuid())
            );
            cursor = page["next"].GetString() is { } next ? "&cursor=" + Uri.EscapeDataString(next) : "";
        } while (cursor.Length > 0);

        causes.Skip(2).ShouldBe(sales, "after the two sides of the merge");
        var timeline = (await club.Api.Get($"/members/{two.Stays}/timeline")).MustBe(200);
        timeline["items"].EnumerateArray().Count(e => e.GetProperty("kind").GetString() == "purchase").ShouldBe(4);
        timeline.String("items/0/kind").ShouldBe("merged");
        timeline.String("items/0/sentence").ShouldBe($"عضویت با کارت {card} با این عضو یکی شد");
        var months = (await club.Api.Get($"/members/{two.Stays}/months")).MustBe(200);
        months["months"].EnumerateArray().Sum(m => m.GetProperty("visits").GetInt64()).ShouldBe(4);
    }

    [Theory, BothDatabases]
    public async Task Limits_windows_and_what_was_bought_count_both(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("once", 10, """, "limits": {"perMember": {"uses": 1, "every": "ever"}}""");
        await club.SetDiscount(
            "third",
            20,
            """, "combine": true, "when": {"visits": {"atLeast": 2, "within": {"days": 30}}}"""
        );
        var two = await TwoOfOne.In(club);
        (await two.Sell(two.Goes, 100_000)).Applied().ShouldBe(["once"]);
        await two.Merge();

        (await two.Sell(two.Stays, 100_000)).Applied().ShouldBeEmpty();
        (await two.Sell(two.Stays, 100_000)).Applied().ShouldBe(["third"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_higher_tier_stays_and_the_sums_of_both_count(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var two = await TwoOfOne.In(club);
        await club.Buy(two.Goes, 200_000);
        await club.Buy(two.Stays, 50_000);
        var merged = await two.Merge();
        (await club.Tier(two.Stays)).ShouldBe("silver-tier");
        (await club.Moves(two.Stays)).ShouldBe(["Merged - silver-tier"]);

        // 200,000 and 50,000 and this make gold.
        await club.Buy(two.Stays, 60_000);
        (await club.Tier(two.Stays)).ShouldBe("gold");
        (await club.Review(DateOnly.FromDateTime(club.Clock.Now.UtcDateTime).AddDays(1))).Reviewed.ShouldBe(1);
        (await club.Tier(two.Stays)).ShouldBe("gold");
        await club.MustBeConsistent();

        (await two.Undo(merged)).MustBe(200);
        await club.Review(DateOnly.FromDateTime(club.Clock.Now.UtcDateTime).AddDays(1));
        (await club.Tier(two.Goes)).ShouldBe("silver-tier");
        (await club.Tier(two.Stays)).ShouldBe("silver-tier");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_preview_says_what_then_happens(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(
            club,
            """, "firstName": "Sara", "birthDate": "1990-05-12" """,
            """, "firstName": "Mina", "birthDate": "1991-05-12", "gender": "female" """
        );
        await two.Sell(two.Goes, 100_000);
        await two.Sell(two.Stays, 70_000);
        var preview = (
            await club.Api.Post($"/members/{two.Stays}/merge/preview", new { other = TwoOfOne.OldMobile }, "")
        ).MustBe(200);
        preview["warnings"]
            .EnumerateArray()
            .Select(w => w.GetProperty("code").GetString())
            .ShouldBe(["merge.names-differ", "merge.birthdays-differ"]);
        preview["taken"].EnumerateArray().Select(t => t.GetString()).ShouldBe(["gender"]);
        preview["mobiles"].GetArrayLength().ShouldBe(2);

        await two.Merge();
        var member = await two.Member();
        foreach (var part in (string[])["visits", "spent", "firstName", "gender", "since", "lastVisit", "mergedFrom"])
        {
            preview["after/" + part].ToString().ShouldBe(member[part].ToString(), part);
        }

        preview["after/wallets/0/balance"].GetInt64().ShouldBe(member.Long("wallets/0/balance"));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_merged_is_refused_and_changes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        var third = await club.Join("09121234569");
        var rows = await club.RowCounts();
        await Refused(two.Stays, two.Stays.ToString(), 422, "merge.oneself");
        await Refused(two.Stays, TwoOfOne.Mobile, 422, "merge.oneself");
        await Refused(two.Stays, "09129999999", 422, "merge.unknown");
        await Refused(two.Stays, Guid.CreateVersion7().ToString(), 422, "merge.unknown");
        (
            await club.Api.Post($"/members/{Guid.CreateVersion7()}/merge", new { other = third.ToString() })
        ).MustBeProblem(404, "member.unknown");
        (await club.RowCounts()).ShouldBe(rows);

        await two.Merge();
        await Refused(two.Stays, two.Goes.ToString(), 409, "merge.merged-here");
        await Refused(third, two.Goes.ToString(), 409, "merge.merged");
        var seller = await club.ClientWith("members", "purchases");
        (await seller.Post($"/members/{two.Stays}/merge", new { other = third.ToString() })).MustBe(403);

        async Task Refused(Guid member, string other, int status, string code)
        {
            (await club.Api.Post($"/members/{member}/merge", new { other })).MustBeProblem(status, code, "/other");
            (await club.Api.Post($"/members/{member}/merge/preview", new { other }, "")).MustBeProblem(
                status,
                code,
                "/other"
            );
        }
    }

    [Theory, BothDatabases]
    public async Task A_chain_points_at_its_end_and_can_be_undone_from_there(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        var third = await club.Join("09121234569");
        await two.Sell(two.Goes, 100_000);
        await two.Sell(two.Stays, 50_000);
        var first = await two.Merge();
        var second = (await club.Api.Post($"/members/{third}/merge", new { other = two.Stays.ToString() })).MustBe(201);
        second.Long("visits").ShouldBe(2);
        (await club.Api.Get($"/members/{two.Goes}")).Id().ShouldBe(third);
        (await club.Wallet(third, "points")).Balance.ShouldBe(15);
        await club.MustBeConsistent();

        (await two.Undo(first)).MustBeProblem(409, "merge.not-now");
        (await two.Undo(second)).MustBe(200);
        await club.MustBeConsistent();
        (await club.Api.Get($"/members/{two.Goes}")).Id().ShouldBe(two.Stays);
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(15);
        (await two.Undo(first)).MustBe(200);
        (await club.Wallet(two.Goes, "points")).Balance.ShouldBe(10);
        (await club.Api.Get("/members/count")).Long("count").ShouldBe(3);
        await club.MustBeConsistent();
    }
}
