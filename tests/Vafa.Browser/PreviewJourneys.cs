using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>The till knows its regulars and the programme without network; Vafa decides on arrival.</summary>
public sealed class PreviewJourneys(Chromium chromium)
{
    [Fact]
    public Task A_regular_is_known_and_gets_his_offer_without_network() => Sell(Engine.Sqlite);

    [Fact]
    public Task The_same_till_sells_on_postgresql() => Sell(Engine.Postgres);

    private async Task Sell(Engine engine)
    {
        await using var shop = await Shop.OpenHttps(chromium, engine: engine);
        var api = shop.Club.Api;
        await Club.SetUp(api);
        var spree = new
        {
            title = Club.Title("سبد بزرگ", "Big basket"),
            give = new[] { new { discountPercent = new { percent = 10 } } },
            when = new { basketTotal = new { moreThan = 5_000_000 } },
            combine = true,
        };
        (await api.Put("/offers/big-basket", spree)).Status.ShouldBeLessThan(300);
        var negar = await Club.Enrol(api, "09121234567", "نگار", "محمدی");
        await Club.Sell(api, negar);
        var device = await TillDevice.Open(shop);
        var screen = device.Screen;
        await device.IsKept();
        await device.KnowsMembers(1);
        await device.Cut();
        await screen.Type("*4567");
        await screen.Press("Enter");
        await Expect(screen.By("member-name")).ToContainTextAsync("نگار");
        await screen.Type("450+");
        await screen.Press("Enter");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await Expect(screen.By("as-of")).ToContainTextAsync("ساعت");
        await Expect(screen.By("near")).ToContainTextAsync("بیش از ۵۰٬۰۰۰ تومان دیگر");
        await Expect(screen.By("earned")).ToContainTextAsync("۴۵ امتیاز");
        await Expect(screen.By("applied")).ToContainTextAsync("اعضای نقره‌ای");
        await screen.Press("Escape");
        await device.Enter("100+");
        await Expect(screen.By("applied")).ToContainTextAsync("سبد بزرگ");
        await Expect(screen.By("payable")).ToContainTextAsync("۴۹۵٬۰۰۰");
        await TillHandJourneys.Pictures(screen, "till-as-of");
        await screen.Press("Enter");
        await Expect(screen.By("kept")).ToContainTextAsync("برآورد");
        await screen.Picture("till-as-of-done");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(api)).ShouldBe(["95000 member", "495000 member"]);
        var sale = (await api.Get("/purchases?limit=1"))["items/0/id"].GetGuid();
        var receipt = (await api.Get($"/purchases/{sale}")).MustBe(200);
        // The offers that the till granted are what Vafa would have given.
        receipt["taken/ownDiscount"].GetInt64().ShouldBe(receipt["discount"].GetInt64());
        receipt["discount"].GetInt64().ShouldBe(550_000);
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task A_device_that_is_shut_out_knows_nobody_any_more()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Sell(shop.Club.Api, await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی"));
        var device = await TillDevice.Open(shop);
        await device.KnowsMembers(1);
        var id = (await shop.Club.Api.Get("/till-devices"))["items/0/id"].GetGuid();
        (await shop.Club.Api.Delete($"/till-devices/{id}")).MustBe(200);
        await device.Page.ReloadAsync();
        await device.Screen.By("pair").WaitForAsync();
        await device.KnowsMembers(0);
    }
}
