using System.Net;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Programme;

/// <summary>The pages of the versions: what they tell, and to whom.</summary>
public sealed class VersionPageTests
{
    [Theory, BothDatabases]
    public async Task The_list_tells_each_version_with_who_and_what_differs(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        await club.SetDiscount("ten", 15);
        using var owner = await club.SignedIn();
        var fa = await Text(owner, "/settings/versions?lang=fa");
        fa.ShouldContain("نسخهٔ ۳");
        fa.ShouldContain("کلید «tests»");
        fa.ShouldContain("پیشنهاد «ten» تغییر کرد.");
        fa.ShouldContain("<del><bdi>۱۰٪ تخفیف</bdi></del>");
        fa.ShouldContain("<ins><bdi>۱۵٪ تخفیف</bdi></ins>");
        fa.ShouldContain("href=\"/offers/ten\"");
        fa.ShouldContain("تنظیمات باشگاه ساخته شد.");
        var en = await Text(owner, "/settings/versions?lang=en");
        en.ShouldContain("Version 3");
        en.ShouldContain("The offer “ten” was changed.");
    }

    [Theory, BothDatabases]
    public async Task A_long_list_goes_on_page_by_page(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        for (var i = 1; i <= 30; i++)
        {
            await club.Set("/branches/north", $$$"""{"title": {"fa": "شمال {{{i}}}"}}""");
        }

        using var owner = await club.SignedIn();
        var first = await Text(owner, "/settings/versions?lang=fa");
        first.ShouldContain("/settings/versions/31\"");
        first.ShouldContain("اکنون");
        first.ShouldNotContain("/settings/versions/6\"");
        var second = await Text(owner, "/settings/versions?cursor=" + first.Split("cursor=")[1].Split('"')[0]);
        second.ShouldContain("/settings/versions/6\"");
        second.ShouldContain("/settings/versions/1\"");
        second.ShouldNotContain("/settings/versions/7\"");
        second.ShouldNotContain("اکنون");
        (await Text(owner, "/settings/versions?cursor=WyIxIl0")).ShouldContain("نسخهٔ پیش‌تری نیست");
    }

    [Theory, BothDatabases]
    public async Task A_version_shows_the_programme_as_it_then_stood(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/earning-rules/one", """{"title": {"fa": "پایه"}, "unit": "points", "perVisit": 5}""");
        await club.SetDiscount("ten", 10, """, "limits": {"uses": 7}""");
        await club.SetDiscount("draft", 50, """, "state": "draft" """);
        (await club.Api.Patch("/club", """{"maxDiscountPercent": 40}""")).MustBe(200);
        await club.SetDiscount("ten", 15);
        using var owner = await club.SignedIn();
        var then = await Text(owner, "/settings/versions/4?lang=fa");
        then.ShouldContain("هر خرید: ۱۰٪ تخفیف");
        then.ShouldContain("در کل ۷ بار");
        then.ShouldContain("برای هر بار خرید، ۵ امتیاز");
        then.ShouldContain("۱ پیشنهاد دیگر پیش‌نویس، متوقف یا پایان‌یافته بود.");
        then.ShouldContain("۱۰۰٪");
        then.ShouldNotContain("۱۵٪");
        then.ShouldNotContain("۴۰٪");
        then.ShouldContain("/settings/versions/3\"");
        then.ShouldContain("/settings/versions/5\"");
        var now = await Text(owner, "/settings/versions/6?lang=fa");
        now.ShouldContain("هر خرید: ۱۵٪ تخفیف");
        now.ShouldContain("۴۰٪");
        now.ShouldNotContain("در کل ۷ بار</span>");
        now.ShouldNotContain("/settings/versions/7\"");
        (await Text(owner, "/settings/versions/1?lang=en")).ShouldContain("No offer was live.");
        (await owner.Page("/settings/versions/7")).Status.ShouldBe(404);
        (await owner.Page("/settings/versions/x")).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task A_sale_leads_to_the_version_that_decided_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        var sale = await club.Sell(SaleBody.Guest(LineBody.One(1_000_000)));
        await club.SetDiscount("ten", 50);
        sale.Long("programmeVersion").ShouldBe(2);
        using var cashier = await club.SignedIn("mina", "cashier");
        var page = await Text(cashier, $"/purchases/{sale.Id()}?lang=fa");
        page.ShouldContain("<a class=\"link\" href=\"/settings/versions/2\">نسخهٔ ۲ برنامه</a>");
        (await Text(cashier, "/settings/versions/2")).ShouldContain("هر خرید: ۱۰٪ تخفیف");
        using var agent = await club.SignedIn("omid", "agent");
        var plain = await Text(agent, $"/purchases/{sale.Id()}?lang=fa");
        plain.ShouldContain("نسخهٔ ۲ برنامه");
        plain.ShouldNotContain("/settings/versions");
    }

    private static async Task<string> Text(Browser browser, string path)
    {
        var (status, text) = await browser.Page(path);
        status.ShouldBe(200, path);
        return WebUtility.HtmlDecode(text);
    }
}
