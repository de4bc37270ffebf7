using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class RefundJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_part_comes_back_then_the_rest_and_the_page_tells_of_both()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var lines = new[]
        {
            new
            {
                sku = "latte",
                name = "لاته",
                quantity = 2,
                unitPrice = 1_200_000,
            },
            new
            {
                sku = "cake",
                name = "کیک شکلاتی",
                quantity = 1,
                unitPrice = 950_000,
            },
        };
        var sale = (await shop.Club.Api.Post("/purchases", new { member = new { id = member }, lines }))
            .MustBe(201)
            .Id();
        var screen = await shop.SignedIn();
        await screen.Go("/purchases/" + sale);

        await screen.Page.GetByText("برگشت خرید").ClickAsync();
        await screen.Page.Locator("[data-line='1']").FillAsync("۳");
        await screen.Page.FillAsync("[name=reason]", "سرد بود");
        await screen.Page.ClickAsync("form[data-send] button");
        await Expect(screen.Page.Locator("form[data-send] .field-wrong:visible")).ToBeVisibleAsync();
        await screen.Picture("refund-refused");
        screen.Forget();

        await screen.Page.Locator("[data-line='1']").FillAsync("۱");
        await screen.Page.ClickAsync("form[data-send] button");
        await Expect(screen.Page.GetByText("بخشی برگشت خورده")).ToBeVisibleAsync();
        await Expect(screen.By("receipt")).ToContainTextAsync("سرد بود");
        await screen.Picture("refunded-part");

        await screen.Page.GetByText("برگشت خرید").ClickAsync();
        await screen.Page.FillAsync("[name=reason]", "پشیمان شد");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("همه‌اش برگشت خورده")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("برگشت خرید")).ToHaveCountAsync(0);
        (await shop.Club.Api.Get("/purchases/" + sale)).Json.GetProperty("refunds").GetArrayLength().ShouldBe(2);
        await screen.IsSound();
    }
}
