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

        await Opener(screen).ClickAsync();
        await Expect(screen.Page.Locator("[data-money]")).ToHaveTextAsync("۳۳۵٬۰۰۰ تومان");
        await screen.Page.Locator("[data-line='1']").FillAsync("۳");
        await screen.Page.FillAsync("[name=reason]", "سرد بود");
        await screen.Page.ClickAsync(Record);
        await Expect(screen.Page.GetByText("از این کالا تنها ۲ مانده است.")).ToBeVisibleAsync();
        await screen.Picture("refund-refused");

        await screen.Page.Locator("[data-line='1']").FillAsync("۱");
        await Expect(screen.Page.Locator("[data-money]")).ToHaveTextAsync("۱۲۰٬۰۰۰ تومان");
        await screen.Page.ClickAsync(Record);
        await Expect(screen.Page.Locator("dialog.ask")).ToContainTextAsync("۱۲۰٬۰۰۰ تومان به مشتری برمی‌گردد");
        await screen.Picture("refund-asked");
        await screen.Page.ClickAsync(Yes);
        await Expect(screen.Page.GetByText("بخشی برگشت خورده")).ToBeVisibleAsync();
        await Expect(screen.By("receipt")).ToContainTextAsync("سرد بود");
        await screen.Picture("refunded-part");

        await Opener(screen).ClickAsync();
        await Expect(screen.Page.Locator("[data-money]")).ToHaveTextAsync("۲۱۵٬۰۰۰ تومان");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "مشتری پشیمان شد" }).ClickAsync();
        await screen.Page.Locator("[name=reason]").FocusAsync();
        await screen.Press("Enter");
        await screen.Page.ClickAsync(Yes);
        await Expect(screen.Page.GetByText("همه‌اش برگشت خورده")).ToBeVisibleAsync();
        await Expect(Opener(screen)).ToHaveCountAsync(0);
        await Expect(screen.By("refund")).ToHaveCountAsync(2);
        (await shop.Club.Api.Get("/purchases/" + sale)).Json.GetProperty("refunds").GetArrayLength().ShouldBe(2);
        await screen.IsSound();
    }

    private const string Record = "form[data-refund] button[type=submit]";
    private const string Yes = "dialog.ask .btn-error";

    private static ILocator Opener(Screen screen) => screen.Page.Locator("summary:has-text('برگشت خرید')");
}
