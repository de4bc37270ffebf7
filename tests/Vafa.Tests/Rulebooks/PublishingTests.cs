using System.Net;
using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Rulebooks;

/// <summary>Who sees the rules, when they are true, and what is kept of the earlier ones.</summary>
public sealed class PublishingTests
{
    private const string Base = """
        {"title": {"fa": "پایه", "en": "Base"}, "unit": "points", "perAmount": 100000, "earn": 1}
        """;

    [Theory, BothDatabases]
    public async Task A_club_that_published_nothing_shows_nothing_to_anybody(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/earning-rules/base", Base);
        await club.SetLadder();
        var mark = (await club.SetPicture("gold", RulebookClub.Png(64, 48))).MustBe(200).String("picture");
        string[] pages = ["/rules", "/rules/1", "/rules/2", "/rules/x", "/tiers/club/gold", "/tiers/club/none"];
        foreach (var path in pages)
        {
            var (status, text) = await club.Anybody(path);
            status.ShouldBe(404, path);
            text.ShouldContain("این باشگاه قوانینش را منتشر نکرده است");
            text.ShouldNotContain("طلایی");
            text.ShouldNotContain("۱۰٬۰۰۰ تومان");
            (await club.Anybody(path + "?lang=en")).Text.ShouldContain("This club has not published its rules");
        }

        (await club.Anybody("/tier-pictures/" + mark)).Status.ShouldBe(404);
        (await club.Api.Get("/rules")).MustBeProblem(404, "rules.unpublished");
        (await club.Api.Get("/rules/1")).MustBeProblem(404, "rules.unpublished");
        (await club.Client(null).Get("/rules")).MustBe(401);
        (await club.Api.Get("/rulebook")).MustBe(200)["published"].GetBoolean().ShouldBeFalse();

        // A colleague who may read the programme sees what would be shown.
        using var owner = await club.SignedIn();
        var (seen, preview) = await owner.Page("/rules?lang=fa");
        seen.ShouldBe(200);
        WebUtility.HtmlDecode(preview).ShouldContain("فقط همکاران این صفحه را می‌بینند");
        (await owner.Page("/tiers/club/gold")).Status.ShouldBe(200);
        (await owner.Page("/tier-pictures/" + mark)).Status.ShouldBe(200);
        using var agent = await club.SignedIn("omid", "agent");
        (await agent.Page("/rules")).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task A_setting_that_changes_shows_at_once_and_the_earlier_wording_stays_with_its_dates(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/earning-rules/base", Base);
        await club.Publish();
        (await club.Anybody("/rules")).Text.ShouldContain("این قوانین از ۵ فروردین ۱۴۰۵ برقرار است.");
        var first = (await club.Api.Get("/rules")).MustBe(200).Long("version");

        club.Clock.Advance(TimeSpan.FromDays(7));
        await club.Set("/offers/ten", """{"title": {"fa": "ده"}, "give": [{"discountPercent": {"percent": 10}}]}""");
        (await club.Anybody("/rules")).Text.ShouldContain("این قوانین از ۵ فروردین ۱۴۰۵ برقرار است.");
        await club.Set("/earning-rules/base", Base.Replace("100000", "200000"));
        var (status, now) = await club.Anybody("/rules?lang=fa");
        status.ShouldBe(200);
        now.ShouldContain("برای هر ۲۰٬۰۰۰ تومان کامل، ۱ امتیاز.");
        now.ShouldNotContain("۱۰٬۰۰۰ تومان کامل");
        now.ShouldContain("این قوانین از ۱۲ فروردین ۱۴۰۵ برقرار است.");
        now.ShouldContain("۵ فروردین ۱۴۰۵ تا ۱۲ فروردین ۱۴۰۵");

        var (_, then) = await club.Anybody($"/rules/{first}?lang=fa");
        then.ShouldContain("برای هر ۱۰٬۰۰۰ تومان کامل، ۱ امتیاز.");
        then.ShouldContain("این قوانین از ۵ فروردین ۱۴۰۵ تا ۱۲ فروردین ۱۴۰۵ برقرار بود.");
        then.ShouldContain("نخستین ویرایش است.");
        then.ShouldNotContain("<ins>");

        var told = (await club.Api.Get("/rules")).MustBe(200);
        told["versions"].GetArrayLength().ShouldBe(2);
        told["until"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var (_, changed) = await club.Anybody($"/rules/{told.Long("version")}?lang=en");
        changed.ShouldContain("1 Points for each full 20,000 toman.</ins>");
        changed.ShouldContain("<s>1 Points for each full 10,000 toman.</s></del>");
        changed.ShouldContain("marked");
    }

    [Theory, BothDatabases]
    public async Task A_wording_of_some_hours_is_told_with_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/earning-rules/base", Base);
        await club.Publish();
        club.Clock.Advance(TimeSpan.FromHours(1));
        await club.Set("/earning-rules/base", Base.Replace("100000", "200000"));
        (await club.Anybody("/rules")).Text.ShouldContain("۵ فروردین ۱۴۰۵، ساعت ۱۲:۳۰ تا ۱۳:۳۰");
        var (_, text) = await club.Anybody("/rules?lang=en");
        text.ShouldContain("5 Farvardin 1405, 12:30 until 13:30");
        text.ShouldContain("Since 5 Farvardin 1405");
    }

    [Theory, BothDatabases]
    public async Task What_was_before_the_first_publishing_and_is_yet_to_come_is_nobodys(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/earning-rules/base", Base.Replace("100000", "300000"));
        var hidden = (await club.Api.Get("/programme/versions?limit=1")).Long("items/0/version");
        club.Clock.Advance(TimeSpan.FromDays(1));
        await club.Set("/earning-rules/base", Base);
        await club.Publish();
        (await club.Anybody("/rules/" + hidden)).Status.ShouldBe(404);
        (await club.Api.Get("/rules/" + hidden)).MustBeProblem(404, "rules.unknown");
        string[] none = ["999999", "-1", "1e3", "99999999999999999999", "%00"];
        foreach (var version in none)
        {
            (await club.Anybody("/rules/" + version)).Status.ShouldBeOneOf(400, 404);
        }

        (await club.Anybody("/rules/999999?lang=en")).Text.ShouldContain("There is no such page");
        (await club.Api.Get("/rules/x")).MustBeProblem(404, "rules.unknown");
        (await club.Anybody("/rules")).Text.ShouldNotContain("۳۰٬۰۰۰ تومان");

        // Taken back it is gone with all of its past, and comes again with it.
        await club.Publish(published: false);
        (await club.Anybody("/rules")).Status.ShouldBe(404);
        await club.Publish();
        (await club.Api.Get("/rules")).MustBe(200)["versions"].GetArrayLength().ShouldBe(1);
        (await club.Ask(db => db.Audit.CountAsync(a => a.Action == "rulebook.put"))).ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task Every_node_tells_the_rules_of_the_newest_programme(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var other = await club.StartNode();
        await club.Publish();
        (await other.Get("/rules")).MustBe(200);
        await club.Set("/earning-rules/base", Base);
        (await other.Get("/rules")).Text.ShouldContain("۱۰٬۰۰۰ تومان کامل");
        (await club.Api.Get("/rules")).Text.ShouldContain("۱۰٬۰۰۰ تومان کامل");
    }

    [Theory, BothDatabases]
    public async Task A_product_group_that_is_called_otherwise_is_called_so_in_the_rules(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/product-groups/cake", """{"title": {"fa": "کیک", "en": "Cake"}}""");
        await club.Set(
            "/units/stars",
            """
            {"title": {"fa": "ستاره"}, "worth": 100, "maySpend": true, "spending": {"productGroups": ["cake"]}}
            """
        );
        await club.Publish();
        using var before = await club.Answer("/rules");
        (await club.Anybody("/rules")).Text.ShouldContain("تنها کیک را می‌پردازد.");
        await club.Set("/product-groups/cake", """{"title": {"fa": "شیرینی", "en": "Pastry"}}""");
        (await club.Anybody("/rules")).Text.ShouldContain("تنها شیرینی را می‌پردازد.");
        using var after = await club.Answer("/rules", before.Headers.ETag!.ToString());
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task A_browser_that_has_the_rules_is_told_that_they_are_the_same(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Publish();
        using var first = await club.Answer("/rules");
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        first.Headers.Vary.ShouldContain("Cookie");
        var tag = first.Headers.ETag!.ToString();
        using var again = await club.Answer("/rules", tag);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await club.Answer("/rules?lang=en", tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await club.Set("/earning-rules/base", Base);
        (await club.Answer("/rules", tag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await club.Publish(published: false);
        using var gone = await club.Answer("/rules", tag);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        gone.Headers.CacheControl!.ToString().ShouldContain("no-store");
    }

    [Theory, BothDatabases]
    public async Task What_others_wrote_is_text_and_nothing_of_a_member_is_there(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = new
        {
            mobile = "09121234567",
            firstName = "گلپونه",
            lastName = "ناشناس",
        };
        (await club.Api.Post("/members", member)).MustBe(201);
        await club.Set("/units/stars", """{"title": {"fa": "<b>ستاره</b>"}, "worth": 1, "maySpend": true}""");
        var text = "<script>alert(1)</script>\\nبند دوم " + new string('ک', 60);
        await club.Publish(terms: $$"""{"fa": "{{text}}"}""");
        using var answer = await club.Answer("/rules");
        var source = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        source.ShouldNotContain("<script>alert");
        source.ShouldNotContain("<b>");
        var page = WebUtility.HtmlDecode(source);
        page.ShouldContain("<p dir=\"auto\"><script>alert(1)</script></p>");
        page.ShouldContain("بند دوم ککک");
        string[] secrets = ["گلپونه", "ناشناس", "9121234567", "۹۱۲۱۲۳۴۵۶۷"];
        secrets.ShouldAllBe(secret => !page.Contains(secret));
    }

    [Theory, BothDatabases]
    public async Task A_bad_rulebook_is_refused_at_its_field_and_nothing_changes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Publish(terms: """{"fa": "شرایط"}""");
        (await club.Api.Put("/rulebook", """{"terms": null}""")).MustBeProblem(422, "json.required", "/published");
        (await club.Api.Put("/rulebook", """{"published": "yes"}""")).MustBeProblem(422, "json.yes-no", "/published");
        var more = """{"published": true, "html": "<b>"}""";
        (await club.Api.Put("/rulebook", more)).MustBeProblem(400, "json.unknown-field", "/html");
        var terms = $$"""{"published": true, "terms": {"fa": "{{new string('x', 8_001)}}"} }""";
        (await club.Api.Put("/rulebook", terms)).MustBeProblem(422, "json.length", "/terms/fa");
        (await club.Api.Get("/rulebook")).String("terms/fa").ShouldBe("شرایط");
        using var marketer = await club.SignedIn("nima", "marketer");
        var body = """{"published": false}""";
        (await marketer.Call(HttpMethod.Put, "/rulebook", body)).MustBeProblem(403, "key.scope");
    }

    [Theory, BothDatabases]
    public async Task The_settings_page_shows_both_languages_and_the_address(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/earning-rules/base", Base);
        using var owner = await club.SignedIn();
        var (_, before) = await owner.Page("/settings/rulebook?lang=fa");
        before.ShouldContain("هنوز منتشر نشده است");
        before.ShouldContain("برای هر ۱۰٬۰۰۰ تومان کامل، ۱ امتیاز.");
        before.ShouldContain("1 Points for each full 10,000 toman.");
        await club.Publish();
        var (_, after) = await owner.Page("/settings/rulebook?lang=en");
        after.ShouldContain($"value=\"{club.Address.ToString().TrimEnd('/')}/rules\"");
        after.ShouldContain("QR code of the rules page");
        (await owner.Page("/settings/versions")).Text.ShouldContain("/settings/rulebook");
        using var auditor = await club.SignedIn("hoda", "auditor");
        var (_, read) = await auditor.Page("/settings/rulebook");
        read.ShouldNotContain("data-send");
    }
}
