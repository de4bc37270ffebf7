using System.Text.Json;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Programme;

/// <summary>The versions of the programme over the API: who changed what, when, and how it reads.</summary>
public sealed class VersionTests
{
    private const string Birthday = """
        {"title": {"fa": "تولد", "en": "Birthday"}, "give": [{"discountPercent": {"percent": 10}}],
         "when": {"basketTotal": {"moreThan": 5000000}}, "limits": {"budget": 9000000}}
        """;

    [Theory, BothDatabases]
    public async Task A_new_club_has_one_version_that_the_system_made(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var list = (await club.Api.Get("/programme/versions")).MustBe(200);
        list["items"].GetArrayLength().ShouldBe(1);
        list["next"].ValueKind.ShouldBe(JsonValueKind.Null);
        list.Long("items/0/version").ShouldBe(1);
        list.String("items/0/by").ShouldBe("system");
        Told(list["items/0"]).ShouldBe(["made unit/points", "made unit/credit", "made club/club", "made branch/main"]);
    }

    [Theory, BothDatabases]
    public async Task Each_change_is_a_version_newest_first_with_who_and_when(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/offers/birthday", Birthday);
        club.Clock.Advance(TimeSpan.FromHours(2));
        using var owner = await club.SignedIn();
        (await owner.Call(HttpMethod.Post, "/offers/birthday/pause", "{}")).MustBe(200);
        var list = (await club.Api.Get("/programme/versions")).MustBe(200);
        Numbers(list).ShouldBe([3, 2, 1]);
        list.String("items/0/by").ShouldBe("staff:sara");
        list["items/0/at"].GetDateTimeOffset().ShouldBe(TestClock.Start.AddHours(2));
        list.String("items/1/by").ShouldBe("key:tests");
        list["items/1/at"].GetDateTimeOffset().ShouldBe(TestClock.Start);
        Told(list["items/0"]).ShouldBe(["changed offer/birthday"]);
        Told(list["items/1"]).ShouldBe(["made offer/birthday"]);
        Fields(list["items/0/documents/0"]).ShouldBe(["state وضعیت: فعال → متوقف"]);
    }

    [Theory, BothDatabases]
    public async Task What_differs_of_an_offer_is_told_in_its_own_sentences(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/product-groups/cake", """{"title": {"fa": "کیک", "en": "Cake"}}""");
        await club.Set("/offers/birthday", Birthday);
        await club.Set(
            "/offers/birthday",
            """
            {"title": {"fa": "تولد", "en": "Birthday"}, "give": [{"discountPercent": {"percent": 20}}],
             "when": {"productGroup": {"in": ["cake"]}}, "limits": {"perMember": {"uses": 2, "every": "month"}}}
            """
        );
        var version = (await club.Api.Get("/programme/versions/3")).MustBe(200);
        version.String("documents/0/title").ShouldBe("تولد");
        version.String("documents/0/sentence").ShouldBe("پیشنهاد «تولد» تغییر کرد.");
        Fields(version["documents/0"])
            .ShouldBe([
                "give آنچه می‌دهد: ۱۰٪ تخفیف → ۲۰٪ تخفیف",
                "when شرط: خرید بیش از ۵۰۰٬۰۰۰ تومان → خرید از کیک",
                "limits سقف‌ها: بودجه: ۹۰۰٬۰۰۰ تومان → هر عضو ۲ بار در ماه",
            ]);
        var english = await club.Api.Send(
            HttpMethod.Get,
            "/programme/versions/3",
            null,
            m => m.Headers.Add("Accept-Language", "en")
        );
        english.String("documents/0/title").ShouldBe("Birthday");
        english.String("documents/0/sentence").ShouldBe("The offer “Birthday” was changed.");
        Fields(english["documents/0"])[1].ShouldBe("when condition: a basket over 500,000 toman → buying of Cake");
    }

    [Theory, BothDatabases]
    public async Task What_differs_of_a_setting_is_told_as_a_person_writes_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"maxBasketDiscountPercent": 12.5, "debtPolicy": "toZero"}""")).MustBe(200);
        var version = (await club.Api.Get("/programme/versions/2")).MustBe(200);
        version.String("documents/0/sentence").ShouldBe("تنظیمات باشگاه تغییر کرد.");
        Fields(version["documents/0"])
            .ShouldBe([
                "maxBasketDiscountPercent سقف تخفیف همهٔ خرید: ۱۰۰٪ → ۱۲٫۵٪",
                "debtPolicy رفتار با بدهی: پس گرفتن همه، تا زیر صفر هم → پس گرفتن تا موجودی صفر",
            ]);
    }

    [Theory, BothDatabases]
    public async Task A_version_names_every_document_that_it_changed_and_no_other(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var code in (string[])["a", "b", "c"])
        {
            await club.Set("/fields/" + code, $$"""{"title": {"fa": "فیلد {{code}}"}, "type": "text", "order": 9}""");
        }

        (await club.Api.Post("/fields/order", new { codes = new[] { "c", "a", "b" } })).MustBe(200);
        var version = (await club.Api.Get("/programme/versions/5")).MustBe(200);
        Told(version.Json).ShouldBe(["changed field/a", "changed field/b", "changed field/c"]);
        Fields(version["documents/2"]).ShouldBe(["order ترتیب: ۹ → ۱"]);

        (await club.Api.Post("/fields/order", new { codes = new[] { "c", "b", "a" } })).MustBe(200);
        Told((await club.Api.Get("/programme/versions/6")).Json).ShouldBe(["changed field/a", "changed field/b"]);
    }

    [Theory, BothDatabases]
    public async Task The_same_content_again_makes_no_version(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/offers/birthday", Birthday);
        await club.Set("/offers/birthday", Birthday);
        (await club.Api.Patch("/club", """{"maxDiscountPercent": 100}""")).MustBe(200);
        Numbers(await club.Api.Get("/programme/versions")).ShouldBe([2, 1]);
    }

    [Theory, BothDatabases]
    public async Task Its_pages_join_without_gap_or_overlap(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        for (var i = 1; i <= 24; i++)
        {
            await club.Set("/branches/north", $$$"""{"title": {"fa": "شمال {{{i}}}"}}""");
        }

        var seen = new List<long>();
        var cursor = "";
        do
        {
            var page = (await club.Api.Get("/programme/versions?limit=10" + cursor)).MustBe(200);
            page["items"].EnumerateArray().ShouldAllBe(v => v.GetProperty("documents").GetArrayLength() > 0);
            seen.AddRange(Numbers(page));
            cursor = page["next"].GetString() is { } next ? "&cursor=" + next : "";
        } while (cursor.Length > 0);

        seen.ShouldBe(Enumerable.Range(1, 25).Reverse().Select(i => (long)i));
        (await club.Api.Get("/programme/versions?cursor=WyJ4Il0")).MustBeProblem(422, "list.cursor", "/cursor");
        (await club.Api.Get("/programme/versions?limit=201")).MustBeProblem(422, "list.limit", "/limit");
    }

    [Theory, BothDatabases]
    public async Task An_unknown_version_is_not_found(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var version in (string[])["0", "2", "-1", "x", "1.0", "99999999999999999999"])
        {
            (await club.Api.Get("/programme/versions/" + version)).MustBeProblem(404, "programme.version-unknown");
        }
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_see_offers_sees_no_version(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var till = await club.ClientWith("purchases", "members");
        (await till.Get("/programme/versions")).MustBeProblem(403, "key.scope");
        (await till.Get("/programme/versions/1")).MustBeProblem(403, "key.scope");
        (await (await club.ClientWith("offers")).Get("/programme/versions/1")).MustBe(200);
        using var agent = await club.SignedIn("omid", "agent");
        (await agent.Api("/programme/versions")).Status.ShouldBe(403);
    }

    private static List<long> Numbers(Answer list) =>
        [.. list["items"].EnumerateArray().Select(v => v.GetProperty("version").GetInt64())];

    private static List<string> Told(JsonElement version) =>
        [
            .. version
                .GetProperty("documents")
                .EnumerateArray()
                .Select(d => $"{Text(d, "change")} {Text(d, "kind")}/{Text(d, "code")}"),
        ];

    private static List<string> Fields(JsonElement document) =>
        [
            .. document
                .GetProperty("fields")
                .EnumerateArray()
                .Select(f => $"{Text(f, "name")} {Text(f, "label")}: {Text(f, "before")} → {Text(f, "after")}"),
        ];

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
