using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Lists;

/// <summary>The pages of sales and messages as the office reads them.</summary>
public sealed class SalesPageTests
{
    [Theory, BothDatabases]
    public async Task Chosen_days_are_added_up_unless_more_narrows_the_list(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club);
        club.Clock.Advance(TimeSpan.FromMinutes(10));
        await club.Sell(SaleBody.Of(member, LineBody.One(10_000)) with { At = TestClock.Start.AddMinutes(7) });
        await club.Sell(SaleBody.Guest(LineBody.One(50_000)) with { At = TestClock.Start.AddMinutes(8) });
        using var browser = await club.SignedIn();
        var day = TestClock.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var days = $"from={day}&to={day}";

        var both = await Read(browser, "/purchases?" + days);
        both.ShouldContain("data-testid=\"sales-totals\"");
        both.ShouldContain("۶٬۰۰۰");
        both.ShouldContain("۱ فروش به اعضا");
        both.ShouldContain("/api/v1/purchases/export?from=");

        var guests = await Read(browser, $"/purchases?{days}&buyer=guest");
        guests.ShouldNotContain("sales-totals");
        guests.ShouldContain("خریدار: مهمان");
        guests.ShouldContain("۵٬۰۰۰");
        guests.ShouldNotContain("<bdi>۱٬۰۰۰</bdi>");

        (await Read(browser, "/purchases?atLeast=۵٬۰۰۰")).ShouldContain("پرداخت: دست‌کم ۵٬۰۰۰ تومان");
        (await Read(browser, "/purchases?till=none")).ShouldContain("با این صافی فروشی نیست");
        (await Read(browser, "/purchases?from=2020-01-01&to=2020-01-02")).ShouldContain("با این صافی فروشی نیست");
    }

    [Theory]
    [InlineData("atLeast=many", "مبلغ خوانده نشد؛ عددی به تومان بنویسید")]
    [InlineData("from=1405-13-01", "این روز خوانده نشد")]
    [InlineData("to=9999-12-31", "این روز خوانده نشد")]
    [InlineData("member=x", "UUID")]
    public async Task What_cannot_be_read_is_said_and_lists_nothing(string query, string sentence)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await club.Sell(SaleBody.Guest(LineBody.One(50_000)));
        using var browser = await club.SignedIn();
        var page = await Read(browser, "/purchases?" + query);
        page.ShouldContain(sentence);
        page.ShouldNotContain("data-testid=\"sales\"");
    }

    [Theory, BothDatabases]
    public async Task Messages_are_read_as_they_will_be_sent_and_narrowed_by_kind(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club);
        await club.Sell(SaleBody.Of(member, LineBody.One(50_000)));
        using var browser = await club.SignedIn();

        var all = await Read(browser, "/messages");
        all.ShouldContain("خوش آمدید");
        all.ShouldContain("خرید شما به مبلغ");
        all.ShouldContain("/members/" + member);

        var receipts = await Read(browser, "/messages?kind=receipt");
        receipts.ShouldContain("خرید شما به مبلغ");
        receipts.ShouldNotContain("خوش آمدید");

        var found = (await club.Api.Get("/messages?kind=welcome")).MustBe(200);
        found["items"].EnumerateArray().Select(i => i.GetProperty("kind").GetString()).ShouldBe(["welcome"]);
        (await club.Api.Get("/messages?kind=x")).MustBeProblem(422, "json.choice", "/kind");
    }

    private static async Task<string> Read(Browser browser, string path)
    {
        var (status, text) = await browser.Page(path);
        status.ShouldBe(200, path);
        return text;
    }
}
