using System.Diagnostics;
using Microsoft.Playwright;
using Vafa.Browser.Walk;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>A device is paired, cashiers change, and a known member's sale takes a few keys.</summary>
public sealed class TillAppJourneys(Chromium chromium)
{
    [Theory, BothDatabases]
    public async Task A_device_is_paired_in_the_office_and_sells(Engine engine)
    {
        await using var shop = await Shop.Open(chromium, engine);
        await Club.SetUp(shop.Club.Api);
        await TillDevice.SetUp(shop.Club.Api);
        await TillDevice.Hire(shop.Club.Services, "mina", "cashier");
        var office = await shop.SignedIn();
        await office.Go("/settings/branches/main/tills/t1");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "اتصال یک دستگاه" }).ClickAsync();
        await office.By("pairing-code").WaitForAsync();
        var code = await office.By("pairing-code").InnerTextAsync();
        await office.Settles();
        await office.Picture("till-pairing");
        await office.IsSound();

        var screen = await shop.Window();
        await screen.Go("/till");
        await screen.By("pair").WaitForAsync();
        await screen.Picture("till-pair");
        await screen.Type("00000000");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("این کد درست نیست");
        await screen.Page.FillAsync("input", code);
        await screen.Press("Enter");
        await screen.By("cashiers").WaitForAsync();
        await screen.Picture("till-cashiers");
        screen.Forget();
        var device = new TillDevice(screen, shop.Club.Api);
        await device.Begin("mina");
        await device.Sell("85+");
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["85000 guest"]);
        await screen.IsSound();

        await office.Go("/settings/branches/main/tills/t1");
        await Expect(office.By("till-devices")).ToContainTextAsync("mina");
    }

    /// <summary>The measure of a till: twelve keys and five seconds, from the empty page to "recorded".</summary>
    [Fact]
    public async Task A_known_members_sale_takes_twelve_keys_and_five_seconds()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var device = await TillDevice.Open(shop);
        var (keys, clock) = (0, Stopwatch.StartNew());
        foreach (var key in (string[])["*", "4", "5", "6", "7", "Enter"])
        {
            await Press(key);
        }

        await device.Screen.By("member-name").WaitForAsync();
        foreach (var key in (string[])["8", "5", "+", "Enter"])
        {
            await Press(key);
        }

        await Expect(device.Screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await Press("Enter");
        await device.Screen.By("done").WaitForAsync();
        clock.Stop();
        await device.Screen.Picture("till-done");
        keys.ShouldBeLessThanOrEqualTo(12);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["85000 member"]);
        await device.Screen.IsSound();

        Task Press(string key)
        {
            keys++;
            return device.Screen.Press(key);
        }
    }

    [Fact]
    public async Task Of_several_whose_mobiles_end_alike_the_cashier_chooses()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        await Club.Enrol(shop.Club.Api, "09354444567", "آرش", "کریمی");
        var device = await TillDevice.Open(shop);
        await device.Screen.Type("*4567");
        await device.Screen.Press("Enter");
        var found = device.Page.GetByRole(AriaRole.Option);
        await Expect(found).ToHaveCountAsync(2);
        await device.Screen.Picture("till-found");
        await device.Screen.Press("ArrowDown");
        var second = await found.Nth(1).InnerTextAsync();
        await device.Screen.Press("Enter");
        var name = await device.Screen.By("member-name").InnerTextAsync();
        second.ShouldContain(name);
        await device.Screen.IsSound();
    }

    [Fact]
    public async Task Cashiers_change_and_who_has_no_pin_chooses_one()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        var link = await shop.Link("omid", "cashier");
        var office = await shop.Window();
        await office.Page.GotoAsync(link);
        await office.Page.FillAsync("[name=password]", Shop.Password);
        await office.Page.ClickAsync("button[type=submit]");
        await office.Page.WaitForURLAsync("**/sale");

        await device.Screen.By("cashier").ClickAsync();
        var judge = await Judge.For(device.Screen, "till");
        await device.Reload();
        await judge.IsOpenToAll();
        await device.Page.GetByRole(AriaRole.Button, new() { Name = "omid" }).ClickAsync();
        await device.Page.GetByLabel("گذرواژه").FillAsync(Shop.Password);
        await device.Page.GetByLabel("رمز تازه").FillAsync("1234");
        await device.Screen.Press("Enter");
        await Expect(device.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("همه اول امتحان");
        await device.Page.GetByLabel("رمز تازه").FillAsync("8152");
        await device.Screen.Press("Enter");
        await Expect(device.Screen.By("cashier")).ToContainTextAsync("omid");
        await device.Screen.Picture("till-empty");
        await judge.IsOpenToAll();
    }

    [Fact]
    public async Task A_sale_is_put_aside_and_gone_on_with_and_paid_in_two_ways()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var device = await TillDevice.Open(shop);
        var screen = device.Screen;
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await screen.By("member-name").WaitForAsync();
        await device.Enter("85+");
        await screen.By("split").ClickAsync();
        await device.Page.GetByLabel("چقدر نقد").FillAsync("۳۵۰۰۰");
        await screen.Press("Enter");
        await Expect(screen.By("by-card")).ToContainTextAsync("۵۰٬۰۰۰");
        await screen.Picture("till-split");
        await screen.By("hold").ClickAsync();
        await Expect(screen.By("member-name")).ToHaveCountAsync(0);
        await device.Sell("10+");

        // Put aside is put aside also for whoever opens the page anew.
        await device.Reload();
        await screen.By("resume").ClickAsync();
        await Expect(screen.By("member-name")).ToContainTextAsync("نگار");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await device.Page.GetByRole(AriaRole.Button, new() { Name = "ثبت فروش" }).ClickAsync();
        await screen.By("done").WaitForAsync();
        (await TillDevice.Sales(shop.Club.Api)).Order().ShouldBe(["10000 guest", "85000 member"]);
        var sales = (await shop.Club.Api.Get("/purchases"))["items"].EnumerateArray();
        var id = sales.Single(s => s.TryGetProperty("member", out _)).GetProperty("id").GetGuid();
        (await shop.Club.Api.Get($"/purchases/{id}")).MustBe(200);
        await screen.IsSound();
    }

    [Fact]
    public async Task The_customer_sees_on_his_own_screen_what_he_gets()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.AddLadder(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var device = await TillDevice.Open(shop);
        await device.IsKept();
        var opened = await device.Page.RunAndWaitForPopupAsync(() => device.Screen.By("to-customer").ClickAsync());
        var customer = new Screen(device.Page.Context, opened);
        await Expect(customer.By("customer")).ToContainTextAsync("خوش آمدید");
        await customer.Picture("customer-idle");
        await device.Page.BringToFrontAsync();
        await device.Screen.Type("09121234567");
        await device.Screen.Press("Enter");
        await Expect(customer.By("hello")).ToHaveTextAsync("سلام نگار");
        await device.Enter("85+");
        await Expect(customer.By("customer-payable")).ToContainTextAsync("۸۵٬۰۰۰");
        await Expect(customer.By("gained")).ToContainTextAsync("می‌گیرید");
        await customer.Picture("customer-sale");
        (await opened.ContentAsync()).ShouldNotContain("4567");
        await device.Screen.Press("Enter");
        await Expect(customer.By("customer")).ToHaveAttributeAsync("data-step", "done");
        await customer.Picture("customer-done");
        // Without network it goes on, also when it is opened anew.
        await device.Cut();
        await opened.ReloadAsync();
        await Expect(customer.By("customer")).ToHaveAttributeAsync("data-step", "idle", new() { Timeout = 10_000 });
        await device.Enter("20+");
        await Expect(customer.By("customer-payable")).ToContainTextAsync("۲۰٬۰۰۰");
        await customer.IsSound();
    }

    [Fact]
    public async Task A_till_whose_clock_is_wrong_says_so()
    {
        await using var shop = await Shop.Open(chromium);
        var device = await TillDevice.Open(shop);
        // The club's clock stands still at a day of its own, so this browser's is off by far.
        await Expect(device.Screen.By("clock")).ToContainTextAsync("ساعت این دستگاه");
        await device.Sell("1000");
        var sale = (await shop.Club.Api.Get("/purchases"))["items/0"];
        sale.GetProperty("at").GetDateTimeOffset().ShouldBe(shop.Club.Clock.Now, TimeSpan.FromMinutes(2));
    }
}
