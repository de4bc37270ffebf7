using System.Net;
using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Rulebooks;

/// <summary>The page of a tier: what it says, its picture, and the offers it opens.</summary>
public sealed class TierPageTests
{
    private const string Two = """
        {"code": "silver-tier", "title": {"fa": "نقره‌ای", "en": "Silver"}, "from": {"visits": 4}},
        {"code": "gold", "title": {"fa": "طلایی", "en": "Gold"}, "from": {"visits": 9, "spent": 300000},
         "earning": [{"unit": "points", "times": 1.5}], "colour": "#c9a227",
         "services": [{"fa": "میز کنار پنجره", "en": "The table at the window"}],
         "about": {"fa": "خوش آمدید.\n<i>خانهٔ</i> دوم شماست.", "en": "Welcome.\nYour second home."}}
        """;

    private const string Tiers =
        Two + """, {"code": "a/b", "title": {"fa": "دوست", "en": "Friend"}, "byInvitation": true}""";

    [Theory, BothDatabases]
    public async Task A_tiers_page_says_how_it_is_reached_what_it_gives_and_how_it_is_kept(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: Tiers, more: """, "graceDays": 5"""));
        await club.Publish();
        var (status, page) = await club.Anybody("/tiers/club/gold?lang=fa");
        status.ShouldBe(200);
        page.ShouldContain("<p dir=\"auto\">خوش آمدید.</p>");
        page.ShouldContain("<p dir=\"auto\"><i>خانهٔ</i> دوم شماست.</p>");
        page.ShouldContain("«طلایی» با ۳۰٬۰۰۰ تومان و ۹ خرید به دست می‌آید.");
        page.ShouldContain("در «طلایی» آنچه قانون‌ها از امتیاز می‌دهند ۱٫۵ برابر می‌شود.");
        page.ShouldContain("میز کنار پنجره");
        page.ShouldContain("پس از ۵ روز مهلت");
        page.ShouldContain("fill=\"#c9a227\"");
        page.ShouldNotContain("<img class=\"tier-picture\"");
        using var source = await club.Answer("/tiers/club/gold");
        (await source.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<i>خانهٔ");
        var (_, english) = await club.Anybody("/tiers/club/gold?lang=en");
        english.ShouldContain("Your second home.");
        english.ShouldContain("“Gold” is reached with 30,000 toman and 9 visits.");
        (await club.Anybody("/tiers/club/a%2Fb")).Text.ShouldContain("«دوست» تنها با دعوت داده می‌شود.");
        (await club.Anybody("/rules")).Text.ShouldContain("href=\"/tiers/club/gold\"");
        string[] none = ["/tiers/club/diamond", "/tiers/other/gold", "/tiers/%2e%2e/gold"];
        foreach (var path in none)
        {
            (await club.Anybody(path)).Status.ShouldBe(404, path);
        }
    }

    [Theory, BothDatabases]
    public async Task Only_offers_that_are_live_and_open_to_every_member_of_the_tier_are_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: Tiers));
        await club.Publish();
        const string Gold = """{"tier": {"atLeast": "gold"}}""";
        await Offer(club, "live", Gold);
        await Offer(club, "both", """{"all": [{"tier": {"in": ["gold"]}}, {"basketTotal": {"atLeast": 1000}}]}""");
        await Offer(club, "paused", Gold, """, "state": "paused" """);
        await Offer(club, "later", Gold, """, "schedule": {"from": "2026-04-25T00:00:00Z"}""");
        await Offer(club, "ended", Gold, """, "schedule": {"to": "2026-03-20T00:00:00Z"}""");
        await Offer(club, "others", """{"tier": {"in": ["silver-tier"]}}""");
        await Offer(club, "not", """{"not": {"tier": {"in": ["gold"]}}}""");
        await Offer(club, "secret", $$"""{"all": [{{Gold}}, {"code": {"in": ["YALDA"]} }]}""");
        var one = $$"""{"member": {"in": ["{{Guid.CreateVersion7()}}"]} }""";
        await Offer(club, "given", $$"""{"all": [{{Gold}}, {{one}}]}""");
        (await Offers()).ShouldBe("live both");
        club.Clock.Advance(TimeSpan.FromDays(40));
        (await Offers()).ShouldBe("live both later");

        async Task<string> Offers()
        {
            var (_, page) = await club.Anybody("/tiers/club/gold");
            var all = new[] { "live", "both", "paused", "later", "ended", "others", "not", "secret", "given" };
            return string.Join(' ', all.Where(code => page.Contains($"پیشنهاد-{code}")));
        }
    }

    [Theory, BothDatabases]
    public async Task A_picture_is_shown_on_every_node_and_goes_again(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: Tiers));
        await club.Publish();
        var png = RulebookClub.Png(64, 48);
        var mark = (await club.SetPicture("gold", png)).MustBe(200).String("picture")!;
        (await club.SetPicture("gold", png)).MustBe(200).String("picture").ShouldBe(mark);
        (await club.SetPicture("a%2Fb", RulebookClub.Png(40, 40))).MustBe(200);
        using var shown = await club.Answer("/tier-pictures/" + mark);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        shown.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(png);
        (await club.Anybody("/tier-pictures/0000")).Status.ShouldBe(404);
        var (_, page) = await club.Anybody("/tiers/club/gold");
        page.ShouldContain($"src=\"/tier-pictures/{mark}\" width=\"64\" height=\"48\"");
        using var owner = await club.SignedIn();
        (await owner.Page("/settings/ladders/club")).Text.ShouldContain($"/tier-pictures/{mark}");
        (await club.Ask(db => db.Audit.CountAsync(a => a.Action == "tier.picture"))).ShouldBe(2);

        // A tier that is no more takes its picture with it, when another is sent.
        await club.Set("/ladders/club", TierClub.Ladder(tiers: Two));
        (await club.SetPicture("gold", RulebookClub.Png(65, 48))).MustBe(200);
        (await club.Ask(db => db.TierPictures.CountAsync())).ShouldBe(1);
        (await club.Api.Delete("/ladders/club/tiers/gold/picture")).MustBe(200);
        (await club.Ask(db => db.TierPictures.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task What_is_no_picture_or_too_big_is_refused_and_the_old_one_stays(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/ladders/club", TierClub.Ladder(tiers: Tiers));
        var mark = (await club.SetPicture("gold", RulebookClub.Png(64, 64))).MustBe(200).String("picture");
        byte[][] none =
        [
            [],
            "GIF89a"u8.ToArray(),
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
            "<html><script>alert(1)</script>"u8.ToArray(),
            "MZ"u8.ToArray(),
        ];
        foreach (var bytes in none)
        {
            (await club.SetPicture("gold", bytes)).MustBeProblem(422, "tier-picture.kind");
        }

        (await club.SetPicture("gold", RulebookClub.Png(16, 64))).MustBeProblem(422, "tier-picture.size");
        byte[] big = [.. RulebookClub.Png(64, 64), .. new byte[512 * 1024]];
        (await club.SetPicture("gold", big)).MustBeProblem(413, "tier-picture.too-large");
        (await club.SetPicture("diamond", RulebookClub.Png(64, 64))).MustBeProblem(404, "tier.unknown");
        (await club.Ask(db => db.TierPictures.SingleAsync())).Mark.ShouldBe(mark);
        using var cashier = await club.SignedIn("mina", "cashier");
        (await cashier.Call(HttpMethod.Delete, "/ladders/club/tiers/gold/picture")).MustBeProblem(403, "key.scope");
    }

    [Theory, BothDatabases]
    public async Task The_members_page_leads_to_the_page_of_the_tier_once_it_is_published(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = (await club.Api.Post("/members", new { mobile = "09121234567" })).MustBe(201).Id();
        await club.Buy(member, 400_000);
        using var owner = await club.SignedIn();
        (await owner.Page($"/members/{member}")).Text.ShouldNotContain("/tiers/club/gold");
        await club.Publish();
        (await owner.Page($"/members/{member}")).Text.ShouldContain("href=\"/tiers/club/gold\"");
    }

    private static Task<Answer> Offer(TestClub club, string code, string when, string more = "") =>
        club.Set(
            "/offers/" + code,
            $$"""
            {"title": {"fa": "پیشنهاد-{{code}}" }, "combine": true, "when": {{when}},
             "give": [{"discountPercent": {"percent": 5} }] {{more}} }
            """
        );
}
