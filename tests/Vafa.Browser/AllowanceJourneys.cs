using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Credit that was set apart while there was network is spent without it, and never twice.</summary>
public sealed class AllowanceJourneys(Chromium chromium)
{
    private const string Mobile = "09121234567";

    [Fact]
    public async Task What_was_set_apart_is_spent_without_network_and_settled_when_it_is_back()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var (device, member) = await Ready(shop);
        var screen = device.Screen;
        await device.Cut();
        await Find(device);
        await Expect(screen.Page.Locator(".wallets")).ToContainTextAsync("۵۰٬۰۰۰");
        await device.Enter("85+");
        await screen.Press("F9");
        await Expect(screen.By("payable")).ToContainTextAsync("۳۵٬۰۰۰");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.Picture("till-allowance");
        await screen.Press("Enter");
        await screen.By("done").WaitForAsync();
        await screen.Press("Enter");
        // Nothing is left of it for the next sale.
        await Find(device);
        await device.Enter("20+");
        await screen.Press("F9");
        await Expect(screen.By("payable")).ToContainTextAsync("۲۰٬۰۰۰");
        await screen.Press("Enter");
        await screen.By("done").WaitForAsync();
        await screen.Press("Enter");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["35000 member", "20000 member"]);
        var spent = await shop.Club.Ask(db =>
            db.Purchases.Where(p => p.MemberId == member).OrderBy(p => p.At).Select(p => p.Spent).ToListAsync()
        );
        spent.ShouldBe([500_000, 0]);
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task Two_tabs_share_what_was_set_apart()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var (device, _) = await Ready(shop);
        var other = await device.Beside();
        await device.Cut();
        foreach (var tab in new[] { device, other })
        {
            await Find(tab);
            await tab.Enter("85+");
            await tab.Screen.Press("F9");
            await Expect(tab.Screen.By("payable")).ToContainTextAsync("۳۵٬۰۰۰");
            await Expect(tab.Screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        }

        await device.Screen.Press("Enter");
        await device.Screen.By("done").WaitForAsync();
        await other.Screen.Press("Enter");
        await Expect(other.Page.GetByText("دیگر بس نیست")).ToBeVisibleAsync();
        await Expect(other.Screen.By("payable")).ToContainTextAsync("۸۵٬۰۰۰");
        await other.Screen.Press("Enter");
        await other.Screen.By("done").WaitForAsync();
        await device.Cut(false);
        await device.AllSent();
        await other.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).Order().ShouldBe(["35000 member", "85000 member"]);
        await CutJourneys.Consistent(shop);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1024)]
    [InlineData(1366)]
    public async Task The_office_sees_what_is_set_apart_what_differs_and_what_was_refused(int width)
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var (device, member) = await Ready(shop);
        var api = shop.Club.Api;
        foreach (var (discount, spend) in new[] { (20_000, 0), (0, 700_000) })
        {
            var sale = new
            {
                member = new { id = member },
                lines = new[] { new { quantity = 1, unitPrice = 900_000 } },
                spend = spend == 0 ? null : new[] { new { unit = "credit", amount = spend } },
                taken = new { discount, payable = 900_000 - discount - spend },
            };
            (await api.Post("/purchases", sale)).MustBe(201);
        }

        await device.Page.EvaluateAsync(
            """
            () => fetch('/api/v1/till/heard', {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-vafa': '1' },
              body: JSON.stringify({
                waiting: 0, clock: new Date().toISOString(), refused: 1,
                refusedWhy: ['1-0007: شمارهٔ سفارش پیش‌تر ثبت شده است.'],
              }),
            })
            """
        );
        var office = await shop.SignedIn(width: width);
        (string Path, string Shows, string Picture)[] pages =
        [
            ("/purchases?differs=true", "تخفیف گرفت", "differs-list"),
            ($"/members/{member}/wallets/credit", "کنار گذاشته شده", "differs-wallet"),
            ("/settings/branches/main/tills/t1", "پذیرفته نشد", "differs-till"),
            ("/settings/club", "خرج اعتبار بی‌شبکه", "differs-club"),
        ];
        foreach (var (path, shows, picture) in pages)
        {
            await office.Go(path);
            await Expect(office.Page.GetByText(shows).First).ToBeVisibleAsync();
            await office.IsSound();
            await office.Picture(picture);
        }

        await office.Go("/purchases?differs=true");
        await office.Page.Locator("[data-testid=sales] a").First.ClickAsync();
        await Expect(office.By("differs")).ToContainTextAsync("در کیف عضو نبود");
        await office.IsSound();
        await office.Picture("differs-sale");
    }

    /// <summary>A member with 90,000 toman of credit, of which 50,000 are set apart for a device.</summary>
    private async Task<(TillDevice Device, Guid Member)> Ready(Shop shop)
    {
        var api = shop.Club.Api;
        await Club.SetUp(api);
        var member = await Club.Enrol(api, Mobile, "نگار", "محمدی");
        await Club.Give(api, member, 900_000);
        (await api.Patch("/club", new { offlineSpendMost = 500_000 })).MustBe(200);
        var device = await TillDevice.Open(shop);
        await device.IsKept();
        await Find(device);
        await device.Page.WaitForFunctionAsync(
            """
            () => new Promise(done => {
              const asked = indexedDB.open('vafa-till');
              asked.onsuccess = () => {
                const db = asked.result;
                const apart = db.transaction('thing').objectStore('thing').get('apart');
                apart.onsuccess = () => { db.close(); done(apart.result?.length > 0); };
              };
            })
            """
        );
        await device.Screen.Press("Escape");
        var wallets = (await api.Get($"/members/{member}"))["wallets"].EnumerateArray();
        wallets
            .Single(w => w.GetProperty("unit").GetString() == "credit")
            .GetProperty("balance")
            .GetInt64()
            .ShouldBe(400_000);
        await device.Page.ReloadAsync();
        await device.Page.GetByRole(AriaRole.Combobox).WaitForAsync();
        return (device, member);
    }

    private static async Task Find(TillDevice device)
    {
        await device.Screen.Type(Mobile);
        await device.Screen.Press("Enter");
        await device.Screen.By("member-name").WaitForAsync();
    }
}
