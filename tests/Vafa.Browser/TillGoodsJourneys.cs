using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Goods are tapped, and what a reader types goes where it should.</summary>
public sealed class TillGoodsJourneys(Chromium chromium)
{
    [Fact]
    public async Task Goods_are_tapped_and_read_also_without_network_at_the_prices_of_then()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        var device = await TillDevice.Open(shop);
        var till = new
        {
            title = Club.Title("کنار در", "By the door"),
            branch = "main",
            favourites = new[] { "cake", "latte" },
        };
        (await shop.Club.Api.Put("/tills/t1", till)).Status.ShouldBeLessThan(300);
        var (screen, page) = (device.Screen, device.Page);
        await device.Reload();
        await screen.By("amount-only").ClickAsync();
        await screen.By("favourites").WaitForAsync();
        await screen.Press("F2");
        await page.GetByRole(AriaRole.Button, new() { Name = "کیک شکلاتی" }).First.ClickAsync();
        await Expect(screen.By("lines").Locator("li")).ToHaveCountAsync(2);
        await TillHandJourneys.Pictures(screen, "till-favourites");

        // A reader types as if it were a keyboard, wherever the cursor stands.
        await Read(page, "6260152301234");
        await Expect(screen.By("lines")).ToContainTextAsync("قهوهٔ دان");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("");
        await device.Cut();
        await screen.Press("F1");
        await Expect(screen.By("prices-as-of")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await screen.By("record").FocusAsync();
        await Read(page, "6260152301234");
        await screen.Type("قهوه");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await TillHandJourneys.Pictures(screen, "till-favourites-offline");
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToContainTextAsync("۱٬۵۷۵٬۰۰۰");
        await screen.By("record").ClickAsync();
        await screen.By("done").WaitForAsync();
        await screen.Press("Enter");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["1575000 guest"]);
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task A_members_card_is_read_wherever_the_cursor_stands()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var card = (await shop.Club.Api.Get($"/members/{member}")).String("card")!;
        var device = await TillDevice.Open(shop);
        await device.Enter("85+");
        await Read(device.Page, card);
        await Expect(device.Screen.By("member-name")).ToHaveTextAsync("نگار محمدی");
        await Expect(device.Screen.By("lines").Locator("li")).ToHaveCountAsync(1);
        await device.Screen.Type("09129");
        // What fingers typed before is not part of it.
        await Task.Delay(100);
        await Read(device.Page, "1234567890123");
        await Expect(device.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("09129");
        await Expect(device.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("شناخته نیست");
    }

    /// <summary>
    /// What a reader of barcodes types: a key every few milliseconds, and Enter. The page makes them itself, because
    /// the way from the test to the browser may take longer.
    /// </summary>
    private static Task Read(IPage page, string code) =>
        page.EvaluateAsync(
            """
            async code => {
              for (const key of [...code, 'Enter']) {
                await new Promise(next => setTimeout(next, 2));
                const target = document.activeElement;
                const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
                const goes = target.dispatchEvent(event);
                const field = document.activeElement;
                if (!goes || key === 'Enter' || !(field instanceof HTMLInputElement)) continue;
                field.value += key;
                field.dispatchEvent(new Event('input', { bubbles: true }));
              }
            }
            """,
            code
        );
}
