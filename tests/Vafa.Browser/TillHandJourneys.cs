using Microsoft.Playwright;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>What a cashier does by hand: takes off, gives points, changes places.</summary>
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
        await Pictures(screen, "till-by-hand");

        // Above it the same dialog asks for a manager, and nothing is recorded before.
        await screen.Press("F8");
        await page.GetByLabel("چقدر کم شود؟").FillAsync("20000");
        await Expect(screen.By("manager")).ToBeVisibleAsync();
        await page.GetByLabel("رمز مدیر").FillAsync("1111");
        await screen.Press("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("رمز درست نیست");
        await Pictures(screen, "till-by-hand-manager");
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
        await Pictures(screen, "till-points");
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
        await Pictures(screen, "till-pin-offline");
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

        // Twelve digits in rial make the bar higher.
        await page.GetByRole(AriaRole.Combobox).FillAsync("98765432109");
        await screen.Press("Enter");
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

    /// <summary>On a phone, on a small till and on a large one.</summary>
    internal static async Task Pictures(Screen screen, string name)
    {
        var window = screen.Page.ViewportSize!;
        foreach (var width in (int[])[390, 1024, 1366])
        {
            await screen.Page.SetViewportSizeAsync(width, 768);
            await screen.Picture(name);
        }

        await screen.Page.SetViewportSizeAsync(window.Width, window.Height);
    }
}
