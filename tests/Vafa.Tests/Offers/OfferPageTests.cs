using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Offers;

/// <summary>The pages of the offers: what they say of each, and to whom.</summary>
public sealed class OfferPageTests
{
    private const string Percent = """[{"discountPercent": {"percent": 10}}]""";

    [Theory, BothDatabases]
    public async Task Each_offer_is_listed_by_where_it_stands(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await Put(club, "always", "همیشگی", "");
        await Put(club, "later", "فردایی", """, "schedule": {"from": "2026-04-20T00:00:00+03:30"}""");
        await Put(club, "past", "گذشته", """, "schedule": {"to": "2026-03-20T00:00:00+03:30"}""");
        await Put(club, "held", "ایستاده", """, "state": "paused" """);
        await Put(club, "once", "یک‌باره", """, "limits": {"uses": 1, "budget": 9000000}, "combine": true""");
        await Put(club, "written", "نوشته", """, "state": "draft" """);
        await club.Sell(SaleBody.Guest(LineBody.One(1_000_000)));

        using var owner = await club.SignedIn();
        (await Listed(owner, "live")).ShouldBe(["یک‌باره", "همیشگی"]);
        (await Listed(owner, "coming")).ShouldBe(["فردایی"]);
        (await Listed(owner, "paused")).ShouldBe(["ایستاده"]);
        (await Listed(owner, "ended")).ShouldBe(["گذشته"]);
        (await Listed(owner, "draft")).ShouldBe(["نوشته"]);
        var (_, live) = await owner.Page("/offers?state=live");
        live.ShouldContain("ظرفیت تمام شد");
        live.ShouldContain("از ۱ بار");
        live.ShouldContain("هر خرید: ۱۰٪ تخفیف");
    }

    [Theory, BothDatabases]
    public async Task The_page_of_an_offer_tells_its_sentences_its_use_and_who_changed_what(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await Put(club, "big", "بزرگ", """, "when": {"basketTotal": {"moreThan": 5000000}}, "limits": {"uses": 20}""");
        await Put(club, "big", "بزرگ", """, "when": {"basketTotal": {"moreThan": 7000000}}, "limits": {"uses": 20}""");
        using var owner = await club.SignedIn();
        (await owner.Call(HttpMethod.Post, "/offers/big/pause", "{}")).MustBe(200);
        var (status, page) = await owner.Page("/offers/big");
        status.ShouldBe(200);
        page.ShouldContain("خرید بیش از ۷۰۰٬۰۰۰ تومان: ۱۰٪ تخفیف");
        page.ShouldContain("از ۲۰ بار");
        page.ShouldContain("«sara» آن را نگه داشت.");
        page.ShouldContain("کلید «tests» آن را تغییر داد.");
        page.ShouldContain("<del class=\"text-quiet\"><bdi>خرید بیش از ۵۰۰٬۰۰۰ تومان</bdi></del>");
        page.ShouldContain("POST /api/v1/offers/big/resume");
        page.ShouldNotContain("POST /api/v1/offers/big/pause");
        (await owner.Page("/offers/big?lang=en")).Text.ShouldContain("A basket over 700,000 toman: 10% off");
        (await owner.Page("/offers/nothing")).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task What_open_sales_have_reserved_of_an_offer_is_told_until_they_end(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await Put(club, "twice", "دوباره", """, "limits": {"uses": 2}""");
        var sale = SaleBody.Guest(LineBody.One(1_000));
        await club.Sell(sale);
        var hold = (await club.Api.Post("/purchases/holds", sale)).MustBe(201);
        using var owner = await club.SignedIn();
        (await owner.Page("/offers/twice")).Text.ShouldContain("۱ تا از آن رزرو فروش‌های باز است.");
        (await owner.Page("/offers/twice?lang=en")).Text.ShouldContain(
            "1 of it reserved by sales that are still open."
        );
        (await owner.Page("/offers?state=live")).Text.ShouldContain("ظرفیت تمام شد");
        (await club.Api.Delete($"/purchases/holds/{hold.Id()}")).MustBe(200);
        (await owner.Page("/offers/twice")).Text.ShouldNotContain("رزرو فروش‌های باز");
    }

    [Theory, BothDatabases]
    public async Task Who_may_only_read_is_shown_no_act(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await Put(club, "big", "بزرگ", "");
        using var cashier = await club.SignedIn("mina", "cashier");
        foreach (var path in new[] { "/offers", "/offers/big", "/offers/new", "/offers/big/edit" })
        {
            var (status, page) = await cashier.Page(path);
            status.ShouldBe(200, path);
            page.ShouldNotContain("data-call=", Case.Sensitive, path);
            page.ShouldNotContain("<vafa-offer", Case.Sensitive, path);
            page.ShouldNotContain("/offers/new\"", Case.Sensitive, path);
        }
    }

    [Theory, BothDatabases]
    public async Task A_club_without_offers_is_offered_three_to_begin_with(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Api.Put("/groups/silver", new { title = new { fa = "نقره‌ای" } });
        using var owner = await club.SignedIn();
        var (_, page) = await owner.Page("/offers");
        foreach (var idea in new[] { "birthday", "comeback", "basket" })
        {
            page.ShouldContain($"/offers/new?from={idea}");
            var (status, form) = await owner.Page("/offers/new?from=" + idea);
            status.ShouldBe(200);
            form.ShouldContain("&quot;state&quot;:&quot;draft&quot;");
            form.ShouldContain("discountPercent");
        }

        (await owner.Page("/offers/new?copy=nothing")).Status.ShouldBe(404);
    }

    private static async Task Put(TestClub club, string code, string title, string more) =>
        (
            await club.Api.Put("/offers/" + code, $$"""{"title": {"fa": "{{title}}"}, "give": {{Percent}} {{more}} }""")
        ).MustBe(200);

    private static async Task<List<string>> Listed(Browser browser, string state)
    {
        var (status, page) = await browser.Page("/offers?state=" + state);
        status.ShouldBe(200);
        return
        [
            .. page.Split("<li class=\"offer-row\">")
                .Skip(1)
                .Select(row => row.Split("hover:underline\"")[1].Split('>')[1].Split('<')[0].Trim()),
        ];
    }
}
