using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class OfferJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_marketer_makes_an_offer_pauses_and_resumes_it_and_sales_follow(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn("leila", "marketer", width);
        var page = screen.Page;
        await screen.Go("/offers");
        await Expect(screen.By("offers").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await screen.Picture("offers");
        await page.GetByRole(AriaRole.Link, new() { Name = "پیشنهاد تازه" }).ClickAsync();

        // Nothing but a wrong percentage: it is told at its field while one writes, and the sentence waits.
        await page.GetByLabel("نام فارسی").FillAsync("خرید بزرگ");
        await page.GetByLabel("درصد", new() { Exact = true }).FillAsync("۳۰۰");
        await Expect(page.Locator(".field-wrong")).ToContainTextAsync("۱۰۰");
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("خالی یا نادرست");
        await page.GetByLabel("درصد", new() { Exact = true }).FillAsync("۲۵");
        await page.GetByRole(AriaRole.Button, new() { Name = "افزودن شرط" }).ClickAsync();
        await page.GetByLabel("مبلغ", new() { Exact = true }).FillAsync("900000");
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("خرید دست‌کم ۹۰۰٬۰۰۰ تومان: ۲۵٪ تخفیف");
        await Expect(screen.By("offer-sale")).ToContainTextAsync("۴۰۰٬۰۰۰ تومان");
        await page.GetByLabel("خریدی به مبلغ").FillAsync("1000000");
        await Expect(screen.By("offer-sale")).ToContainTextAsync("۲۵۰٬۰۰۰ تومان تخفیف");
        await page.GetByLabel("بودجه در کل").FillAsync("10000000");
        await page.GetByText("فعال", new() { Exact = true }).ClickAsync();
        await screen.Picture("offer-form");
        await screen.IsSound();
        await screen.By("save").ClickAsync();
        await Expect(screen.By("says")).ToContainTextAsync("۲۵٪ تخفیف");
        await Expect(screen.By("history")).ToContainTextAsync("«leila» آن را ساخت.");
        (await Given(shop)).ShouldContain("خرید بزرگ");
        await screen.IsSound();

        await page.GetByRole(AriaRole.Button, new() { Name = "نگه داشتن" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "نگه دار", Exact = true }).ClickAsync();
        await Expect(screen.By("history")).ToContainTextAsync("«leila» آن را نگه داشت.");
        (await Given(shop)).ShouldNotContain("خرید بزرگ");
        await screen.Picture("offer-paused");

        await page.GetByRole(AriaRole.Button, new() { Name = "از سر گرفتن" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "نگه داشتن" })).ToBeVisibleAsync();
        (await Given(shop)).ShouldContain("خرید بزرگ");
        await screen.IsSound();
    }

    [Fact]
    public async Task An_offer_richer_than_the_form_keeps_what_the_form_does_not_show()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        const string rich = """
            {"title": {"fa": "پیچیده"}, "priority": 4, "give": [{"discountPercent": {"percent": 10}}],
             "when": {"any": [{"firstPurchase": true}, {"not": {"group": {"in": ["silver"]}}}]}}
            """;
        (await shop.Club.Api.Put("/offers/rich", rich)).MustBe(200);
        var before = await shop.Club.Api.Get("/offers/rich");
        var screen = await shop.SignedIn();
        await screen.Go("/offers/rich/edit");
        await Expect(screen.Page.GetByText("این پیشنهاد شرط‌هایی دارد")).ToBeVisibleAsync();
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("نخستین خرید یا");
        await screen.Page.GetByLabel("چند بار در کل").FillAsync("۷");
        await screen.Picture("offer-rich");
        await screen.By("save").ClickAsync();
        await Expect(screen.By("says")).ToContainTextAsync("در کل ۷ بار");
        var after = await shop.Club.Api.Get("/offers/rich");
        after.Long("limits/uses").ShouldBe(7);
        foreach (var kept in new[] { "give", "when", "priority", "group", "title", "schedule", "state" })
        {
            after[kept].ToString().ShouldBe(before[kept].ToString(), kept);
        }

        await screen.IsSound();
    }

    /// <summary>Titles of what a sale of a million toman would be given now.</summary>
    private static async Task<string> Given(Shop shop)
    {
        var lines = new[]
        {
            new
            {
                name = "سبد",
                quantity = 1,
                unitPrice = 10_000_000,
            },
        };
        var quote = (await shop.Club.Api.Post("/purchases/quote", new { lines }, idempotencyKey: "")).MustBe(200);
        return quote["applied"].ToString();
    }
}
