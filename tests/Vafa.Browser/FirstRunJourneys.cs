using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class FirstRunJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task An_owner_goes_from_the_first_run_to_the_first_sale_by_keyboard(int width)
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.AtFirstRun(width);
        await Expect(screen.Page.GetByLabel("نام کسب‌وکار")).ToBeFocusedAsync();
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("نام را بنویسید")).ToBeVisibleAsync();
        await screen.Type("کافه نارنج");
        await screen.Picture("first-run-name");
        await Fits(screen, width);

        await screen.Press("Enter");
        await Expect(screen.Page.GetByRole(AriaRole.Radio, new() { Name = "کافه" })).ToBeFocusedAsync();
        await screen.Picture("first-run-trade");
        await Fits(screen, width);

        await screen.Press("Enter");
        await Expect(screen.Page.GetByLabel("مبلغ‌ها به")).ToBeFocusedAsync();
        await screen.Picture("first-run-money");
        await Fits(screen, width);

        await screen.Page.ClickAsync("[data-testid=onward]");
        await Expect(screen.By("first-sale")).ToContainTextAsync("۵۰ امتیاز");
        await Expect(screen.By("first-sale")).ToContainTextAsync("۳۰٬۰۰۰ تومان اعتبار");
        await screen.Picture("first-run-offers");
        await Fits(screen, width);

        await screen.By("onward").ClickAsync();
        await screen.Page.WaitForURLAsync("**/sale");
        await screen.TillIsReady();
        var member = new { mobile = "09121234567", firstName = "نگار" };
        var id = (await shop.Club.Api.Post("/members", member)).MustBe(201).Id();
        await screen.Go("/sale?member=" + id);
        await screen.TillIsReady();
        await Expect(screen.By("member-name")).ToHaveTextAsync("نگار");
        await screen.Page.GetByRole(AriaRole.Combobox).FillAsync("500000");
        await screen.Press("Enter");
        await Expect(screen.By("applied")).ToContainTextAsync("خرید نخست");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.By("record").ClickAsync();
        await Expect(screen.By("done")).ToContainTextAsync("ثبت شد");
        (await shop.Club.Api.Get($"/members/{id}")).Long("visits").ShouldBe(1);
        await screen.IsSound();
    }

    [Fact]
    public async Task Each_step_fits_in_English_and_can_be_gone_back_from()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.AtFirstRun(390);
        await screen.Go("/first-run?lang=en");
        await screen.Page.GetByLabel("Name of the business").FillAsync(new string('W', 60));
        for (var step = 0; step < 3; step++)
        {
            await screen.By("onward").ClickAsync();
            await screen.Picture("first-run-en-" + step);
            await Fits(screen, 390);
        }

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Expect(screen.Page.GetByLabel("Amounts in")).ToBeVisibleAsync();
        await screen.IsSound();
    }

    [Fact]
    public async Task A_club_that_has_begun_says_so()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn();
        await screen.Go("/first-run");
        await Expect(screen.Page.GetByText("این باشگاه راه افتاده است")).ToBeVisibleAsync();
        await screen.IsSound();
    }

    /// <summary>
    /// A phone zooms out of a page that is too wide, and then calls its window wider: the true width counts.
    /// </summary>
    private static async Task Fits(Screen screen, int width)
    {
        await screen.IsSound();
        var wide = await screen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        wide.ShouldBeLessThanOrEqualTo(width);
    }
}
