using System.Net;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Programme;

/// <summary>The settings pages of the programme: what they compute and what they keep.</summary>
public sealed class LoyaltyPagesTests
{
    private static readonly string[] Pages =
    [
        "/settings/units",
        "/settings/units/new",
        "/settings/units/new?kind=points",
        "/settings/units/new?kind=credit",
        "/settings/units/points",
        "/settings/units/credit",
        "/settings/rules",
        "/settings/rules/new",
        "/settings/rules/new?unit=credit",
        "/settings/groups",
        "/settings/groups/new",
        "/settings/product-groups",
        "/settings/product-groups/new",
        "/settings/products",
        "/settings/products?sort=-sku",
        "/settings/products?q=%DA%86%D8%A7%DB%8C",
        "/settings/products/new",
        "/settings/fields",
        "/settings/fields/new",
    ];

    [Theory, BothDatabases]
    public async Task Every_page_opens_in_both_languages_with_nothing_in_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn("sara", "manager");
        foreach (var path in Pages)
        {
            foreach (var language in (string[])["fa", "en"])
            {
                var (status, text) = await owner.Page(path + (path.Contains('?') ? "&" : "?") + "lang=" + language);
                status.ShouldBe(200, path + text);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_units_page_says_what_a_hundred_are_worth(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var unit = new
        {
            title = new { fa = "ستاره", en = "Star" },
            worth = 500,
            maySpend = true,
            expiresAfterDays = 30,
        };
        (await club.Api.Put("/units/star", unit)).MustBe(200);
        using var owner = await club.SignedIn("sara", "owner");
        (await Text(owner, "/settings/units/star?lang=fa")).ShouldContain("۱۰۰ ستاره = ۵٬۰۰۰ تومان");
        (await Text(owner, "/settings/units?lang=fa")).ShouldContain("۱۰۰ ستاره = ۵٬۰۰۰ تومان در مقایسهٔ پیشنهادها");
        (await owner.Page("/settings/units/nobody")).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task A_rules_page_shows_what_the_rule_itself_earns_and_keeps_a_rich_condition(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/earning-rules/hour",
            """
            {"title": {"fa": "ساعت خلوت"}, "unit": "points", "perAmount": 100000, "earn": 1,
             "when": {"any": [{"firstPurchase": true}, {"channel": {"in": ["online"]}}]}}
            """
        );
        await club.Set(
            "/earning-rules/big",
            """
            {"title": {"fa": "بزرگ"}, "unit": "points", "perVisit": 5,
             "when": {"basketTotal": {"atLeast": 2000000}}}
            """
        );
        using var owner = await club.SignedIn("sara", "owner");
        var rich = await Text(owner, "/settings/rules/hour?lang=fa");
        rich.ShouldContain("خرید ۵۰۰٬۰۰۰ تومان");
        rich.ShouldContain("۵۰ امتیاز");
        rich.ShouldContain("name=\"when\"");
        rich.ShouldContain("""{"any":[{"firstPurchase":true},{"channel":{"in":["online"]}}]}""");
        var simple = await Text(owner, "/settings/rules/big?lang=fa");
        simple.ShouldContain("name=\"when/all/0/basketTotal/atLeast\" value=\"۲۰۰٬۰۰۰\"");
        simple.ShouldNotContain("name=\"when\"");
    }

    [Theory, BothDatabases]
    public async Task Products_are_listed_page_by_page_with_their_margin_for_who_may_see_costs(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        for (var i = 0; i < 60; i++)
        {
            var title = new { fa = $"کالای {i:00}" };
            await club.Set(
                $"/products/p{i:00}",
                Json(
                    new
                    {
                        title,
                        group = i < 3 ? "tea" : "cake",
                        price = 1000,
                        cost = 750,
                    }
                )
            );
        }

        await club.Set("/products/a%2Fb", """{"title": {"fa": "با خط کج"}}""");
        using var owner = await club.SignedIn("sara", "owner");
        var first = await Text(owner, "/settings/products?lang=fa");
        first.ShouldContain("۲۵٪");
        first.ShouldContain("p00");
        first.ShouldNotContain("p59");
        var next = first.Split("cursor=")[1].Split('"')[0];
        (await Text(owner, "/settings/products?cursor=" + next)).ShouldContain("p59");
        (await Text(owner, "/settings/products?sort=-sku")).ShouldContain("p59");
        (await Text(owner, "/settings/products?group=tea")).ShouldNotContain("p05");
        (await Text(owner, "/settings/products/a%2Fb")).ShouldContain("با خط کج");
        (await Text(owner, "/settings/product-groups?lang=fa")).ShouldContain("۵۷");
        using var cashier = await club.SignedIn("mina", "cashier");
        var seen = await Text(cashier, "/settings/products/p01?lang=fa");
        seen.ShouldNotContain("cost");
        seen.ShouldNotContain("data-send");
        (await Text(cashier, "/settings/products")).ShouldNotContain("۲۵٪");
    }

    [Theory, BothDatabases]
    public async Task Groups_say_how_many_are_in_them_and_lead_to_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/groups/vip", """{"title": {"fa": "ویژه"}}""");
        var member = new { mobile = "09121234567", groups = new[] { "vip" } };
        (await club.Api.Post("/members", member)).MustBe(201);
        using var owner = await club.SignedIn("sara", "owner");
        var page = await Text(owner, "/settings/groups/vip?lang=fa");
        page.ShouldContain("۱ عضو دارد.");
        page.ShouldContain("/members?group=vip");
        using var marketer = await club.SignedIn("nima", "marketer");
        (await Text(marketer, "/settings/groups")).ShouldContain("/settings/groups/new");
        using var auditor = await club.SignedIn("omid", "auditor");
        (await Text(auditor, "/settings/groups")).ShouldNotContain("/settings/groups/new");
    }

    private static string Json(object value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static async Task<string> Text(Browser browser, string path)
    {
        var (status, text) = await browser.Page(path);
        status.ShouldBe(200, path);
        return WebUtility.HtmlDecode(text);
    }
}
