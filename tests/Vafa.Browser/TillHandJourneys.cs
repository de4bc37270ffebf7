using Microsoft.Playwright;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>What a cashier does by hand: takes off, gives points, taps goods, reads barcodes, changes places.</summary>
public sealed class TillHandJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_discount_goes_in_at_once_within_the_limit_and_with_a_managers_pin_above_it()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Patch("/club", """{"cashierDiscountPercent": 5}""")).MustBe(200);
        await TillDevice.Hire(shop.Club.Services, "nasrin", "manager", "5028");
        var device = await TillDevice.Open(shop);
        var (screen, page) = (device.Screen, device.Page);
        await device.Enter("100+");
        await screen.Press("F8");
        await screen.Type("4000");
        await page.GetByLabel("چرا؟").FillAsync("رند");
        await Expect(screen.By("payable-then")).ToContainTextAsync("۹۶٬۰۰۰");
        await Expect(screen.By("manager")).ToHaveCountAsync(0);
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToContainTextAsync("۹۶٬۰۰۰");
        await Expect(screen.By("by-hand")).ToContainTextAsync("۴٬۰۰۰");
        await screen.Picture("till-by-hand");

        // Above it the same dialog asks for a manager, and nothing is recorded before.
        await screen.Press("F8");
        await page.GetByLabel("چقدر کم شود؟").FillAsync("20000");
        await Expect(screen.By("manager")).ToBeVisibleAsync();
        await page.GetByLabel("رمز مدیر").FillAsync("1111");
        await screen.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("رمز درست نیست");
        await screen.Picture("till-by-hand-manager");
        await page.GetByLabel("رمز مدیر").FillAsync("5028");
        await screen.Press("Enter");
        await Expect(screen.By("by-hand-ask")).ToHaveCountAsync(0);
        await Expect(screen.By("payable")).ToContainTextAsync("۸۰٬۰۰۰");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.By("record").ClickAsync();
        await screen.By("done").WaitForAsync();
        await Expect(screen.By("done-by-hand")).ToContainTextAsync("۲۰٬۰۰۰");
        var sale = (await shop.Club.Api.Get("/purchases"))["items/0"].GetProperty("id").GetGuid();
        var byHand = (await shop.Club.Api.Get($"/purchases/{sale}"))["byHand"];
        byHand.GetProperty("allowedBy").GetString().ShouldBe("nasrin");
        byHand.GetProperty("by").GetString().ShouldBe("mina");
        await screen.Press("Enter");
        await screen.By("receipts").ClickAsync();
        await screen.By("receipt").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(screen.By("slip-by-hand")).ToContainTextAsync("۲۰٬۰۰۰");
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task Without_network_a_cashier_gives_what_is_hers_to_give_and_no_more()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Patch("/club", """{"cashierDiscountPercent": 5}""")).MustBe(200);
        await TillDevice.Hire(shop.Club.Services, "nasrin", "manager", "5028");
        var device = await TillDevice.Open(shop);
        var (screen, page) = (device.Screen, device.Page);
        await device.Cut();
        await device.Enter("100+");
        await screen.By("by-hand-open").ClickAsync();
        await screen.Type("20000");
        await page.GetByLabel("چرا؟").FillAsync("رند");
        await Expect(screen.By("no-manager")).ToBeVisibleAsync();
        await screen.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("شبکه");
        await page.GetByLabel("چقدر کم شود؟").FillAsync("5000");
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToContainTextAsync("۹۵٬۰۰۰");
        await screen.By("record").ClickAsync();
        await screen.By("done").WaitForAsync();
        await screen.Press("Enter");
        await device.Cut(false);
        await device.AllSent();
        var sale = (await shop.Club.Api.Get("/purchases"))["items/0"].GetProperty("id").GetGuid();
        var read = (await shop.Club.Api.Get($"/purchases/{sale}")).MustBe(200);
        read.Long("payable").ShouldBe(950_000);
        read.Long("byHand/amount").ShouldBe(50_000);
        read["byHand/needsManager"].GetBoolean().ShouldBeFalse();
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task Points_are_given_with_a_managers_pin_and_only_with_network()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        await TillDevice.Hire(shop.Club.Services, "nasrin", "manager", "5028");
        var device = await TillDevice.Open(shop);
        var (screen, page) = (device.Screen, device.Page);
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await screen.By("member-name").WaitForAsync();
        await screen.By("give").ClickAsync();
        await page.GetByLabel("چقدر", new() { Exact = true }).FillAsync("۲۰");
        await page.GetByLabel("چرا؟").FillAsync("دیر رسیدن سفارش");
        await page.GetByLabel("رمز مدیر").FillAsync("5028");
        await screen.Picture("till-points");
        await device.Cut();
        await screen.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("شبکه می‌خواهد");
        await device.Cut(false);
        await Expect(screen.By("connection")).ToHaveAttributeAsync("data-online", "true", new() { Timeout = 15_000 });
        await page.GetByLabel("رمز مدیر").FillAsync("5028");
        await screen.Press("Enter");
        await Expect(screen.By("given")).ToContainTextAsync("۲۰");
        await Expect(page.Locator(".wallets")).ToContainTextAsync("۲۰");
        await CutJourneys.Consistent(shop);
    }

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
        await Expect(screen.By("payable")).ToContainTextAsync("۲۱۵٬۰۰۰");
        await screen.Picture("till-favourites");

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
        await screen.Picture("till-favourites-offline");
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToContainTextAsync("۱٬۷۵۰٬۰۰۰");
        await screen.By("record").ClickAsync();
        await screen.By("done").WaitForAsync();
        await screen.Press("Enter");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["1750000 guest"]);
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

    [Fact]
    public async Task Cashiers_who_were_here_change_without_network_and_the_server_hears_of_it()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await TillDevice.Hire(shop.Club.Services, "omid", "cashier", "8152");
        await TillDevice.Hire(shop.Club.Services, "reza", "cashier", "6284");
        var device = await TillDevice.Open(shop);
        var (screen, page) = (device.Screen, device.Page);
        await screen.By("cashier").ClickAsync();
        await device.Begin("omid", "8152");
        await device.Cut();
        await screen.By("cashier").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "reza" }).ClickAsync();
        await screen.Type("6284");
        await screen.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("نبوده‌اید");
        await page.GetByRole(AriaRole.Button, new() { Name = "کس دیگر" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "mina" }).ClickAsync();
        await screen.Type("1111");
        await screen.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("۴ بار دیگر");
        await screen.Picture("till-pin-offline");
        await screen.Type(TillDevice.Pin);
        await screen.Press("Enter");
        await Expect(screen.By("cashier")).ToContainTextAsync("mina");
        await device.Sell("85+");
        await device.Cut(false);
        await device.AllSent();
        var sale = (await shop.Club.Api.Get("/purchases"))["items/0"];
        sale.GetProperty("cashier").GetString().ShouldBe("mina");
        await Expect(screen.By("cashier")).ToContainTextAsync("mina");
        await Told(shop, "mina");

        // Her PIN is taken away while she stands there without network: the server lets her stay no longer.
        await screen.By("cashier").ClickAsync();
        await device.Cut();
        await device.Begin("mina");
        (await shop.Club.Api.Delete("/staff/mina/pin")).MustBe(200);
        await device.Cut(false);
        await screen.By("cashiers").WaitForAsync(new() { Timeout = 20_000 });
        screen.Forget();
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task On_a_phone_the_pay_zone_ends_above_its_bar()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Patch("/club", """{"cashierDiscountPercent": 5}""")).MustBe(200);
        var device = await TillDevice.Open(shop);
        var (screen, page) = (device.Screen, device.Page);
        await page.SetViewportSizeAsync(390, 844);
        await screen.By("amount-only").ClickAsync();
        for (var line = 1; line <= 6; line++)
        {
            await screen.Type($"{line}00000");
            await screen.Press("Enter");
        }

        await screen.By("by-hand-open").ClickAsync();
        await screen.Type("1000");
        await page.GetByLabel("چرا؟").FillAsync("رند");
        await screen.Picture("till-by-hand-ask");
        await screen.Press("Enter");
        await Expect(screen.By("by-hand")).ToBeVisibleAsync();
        var hidden = await page.EvaluateAsync<double>(
            """
            () => {
              window.scrollTo(0, document.documentElement.scrollHeight);
              const zone = document.querySelector('.zone-pay').getBoundingClientRect();
              return zone.bottom - document.querySelector('.pay-bar').getBoundingClientRect().top;
            }
            """
        );
        hidden.ShouldBeLessThanOrEqualTo(0);
        await page.ScreenshotAsync(new() { Path = Repository.File("artifacts/screens/till-phone-end-390.png") });
        await screen.IsSound();
    }

    /// <summary>Until the server knows who stands there.</summary>
    private static async Task Told(Shop shop, string cashier)
    {
        for (var i = 0; i < 50; i++)
        {
            var devices = (await shop.Club.Api.Get("/till-devices"))["items/0"];
            if (devices.TryGetProperty("cashier", out var there) && there.GetString() == cashier)
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The server was not told who stands there.");
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
                const goes = target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
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
