using Vafa.Features.Ledger.Check;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Where in a sale the network goes.</summary>
public enum CutAt
{
    BeforeAnything,
    MemberFound,
    AmountTyped,
    AtPay,
    OnTheWayThere,
    OnTheWayBack,
    AfterDone,
}

/// <summary>The till without network and without its tab: nothing is lost and nothing is twice.</summary>
public sealed class CutJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(CutAt.BeforeAnything)]
    [InlineData(CutAt.MemberFound)]
    [InlineData(CutAt.AmountTyped)]
    [InlineData(CutAt.AtPay)]
    [InlineData(CutAt.OnTheWayThere)]
    [InlineData(CutAt.OnTheWayBack)]
    [InlineData(CutAt.AfterDone)]
    public async Task A_sale_goes_on_wherever_the_network_is_cut(CutAt cut)
    {
        var network = new LostAnswers();
        await using var shop = await Shop.OpenHttps(chromium, network.AddTo);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var device = await TillDevice.Open(shop);
        var screen = device.Screen;
        await device.IsKept();
        await CutNow(CutAt.BeforeAnything);
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await screen.By("member-name").WaitForAsync();
        await CutNow(CutAt.MemberFound);
        await screen.Type("85+");
        await CutNow(CutAt.AmountTyped);
        await screen.Press("Enter");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await CutNow(CutAt.AtPay);
        if (cut == CutAt.OnTheWayThere)
        {
            await device.LoseNextSale();
        }
        else if (cut == CutAt.OnTheWayBack)
        {
            network.LoseNext();
        }

        await screen.Press("Enter");
        await screen.By("done").WaitForAsync();
        (await screen.By("kept").CountAsync()).ShouldBe(cut == CutAt.AfterDone ? 0 : 1);
        await CutNow(CutAt.AfterDone);
        if (cut is not (CutAt.AfterDone or CutAt.OnTheWayBack or CutAt.OnTheWayThere))
        {
            (await TillDevice.Sales(shop.Club.Api)).ShouldBeEmpty();
            await Expect(screen.By("waiting")).ToContainTextAsync("۱ فروش در صف");
        }

        await screen.Press("Enter");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["85000 member"]);
        await Consistent(shop);

        Task CutNow(CutAt here) => cut == here ? device.Cut() : Task.CompletedTask;
    }

    [Fact]
    public async Task A_tab_that_is_closed_before_the_answer_is_followed_up_by_the_next()
    {
        var network = new LostAnswers();
        await using var shop = await Shop.OpenHttps(chromium, network.AddTo);
        var device = await TillDevice.Open(shop);
        await device.Enter("85+");
        network.LoseNext();
        await device.Screen.Press("Enter");
        await network.Arrived;
        await device.Close();
        await device.NewTab();
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["85000 guest"]);
        await Consistent(shop);
    }

    [Fact]
    public async Task A_tab_that_is_closed_before_the_sale_was_sent_is_followed_up_by_the_next()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        await device.Enter("85+");
        var asked = new TaskCompletionSource();
        // It never leaves the tab.
        await device.Page.RouteAsync("**/api/v1/till/sales", _ => Task.FromResult(asked.TrySetResult()));
        await device.Screen.Press("Enter");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await device.Close();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBeEmpty();
        await device.NewTab();
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["85000 guest"]);
        await Consistent(shop);
    }

    [Fact]
    public async Task What_was_sold_without_network_survives_the_tab_and_opens_without_network()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        await device.IsKept();
        await device.Cut();
        await device.Sell("10+");
        await device.Sell("20+");
        await device.Close();
        await device.NewTab();
        await Expect(device.Screen.By("waiting")).ToContainTextAsync("۲ فروش در صف");
        await device.Sell("30+");
        await device.Screen.By("receipts").ClickAsync();
        await Expect(device.Screen.By("receipt")).ToHaveCountAsync(3);
        await device.Screen.Picture("till-receipts");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["10000 guest", "20000 guest", "30000 guest"]);
        await Consistent(shop);
    }

    [Fact]
    public async Task Two_tabs_sell_without_network_and_each_sale_comes_in_once()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        await device.IsKept();
        var other = await device.Beside();
        await device.Cut();
        await device.Sell("10+");
        await other.Sell("20+");
        await device.Sell("30+");
        await device.Cut(false);
        await device.AllSent();
        await other.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).Order().ShouldBe(["10000 guest", "20000 guest", "30000 guest"]);
        var numbers = (await shop.Club.Api.Get("/purchases"))["items"].EnumerateArray();
        numbers.Select(s => s.GetProperty("reference").GetString()).Distinct().Count().ShouldBe(3);
        await Consistent(shop);
    }

    [Fact]
    public async Task Whoever_could_not_be_asked_for_joins_when_the_network_is_back()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        await device.Cut();
        await device.Screen.Type("09121234567");
        await device.Screen.Press("Enter");
        await Expect(device.Screen.By("unasked")).ToBeVisibleAsync();
        await device.Page.GetByLabel("اگر عضو نیست، عضو شود").CheckAsync();
        await device.Screen.Picture("till-unasked");
        await device.Sell("85+");
        // Whoever does not want to join buys as a guest, whatever number was typed.
        await device.Screen.Type("09121234568");
        await device.Screen.Press("Enter");
        await Expect(device.Screen.By("unasked")).ToBeVisibleAsync();
        await device.Sell("20+");
        await device.Cut(false);
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["85000 member", "20000 guest"]);
        (await shop.Club.Api.Get("/members?mobile=09121234567"))["items"].GetArrayLength().ShouldBe(1);
        (await shop.Club.Api.Get("/members?mobile=09121234568"))["items"].GetArrayLength().ShouldBe(0);
        await Consistent(shop);
    }

    [Fact]
    public async Task A_device_that_is_shut_out_forgets_the_club_and_keeps_what_waits()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        await device.IsKept();
        await device.Cut();
        await device.Sell("10+");
        var id = (await shop.Club.Api.Get("/till-devices"))["items/0/id"].GetGuid();
        (await shop.Club.Api.Delete($"/till-devices/{id}")).MustBe(200);
        await device.Cut(false);
        await device.Screen.By("pair").WaitForAsync();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBeEmpty();
        await device.Pair();
        await device.Begin("mina");
        await device.AllSent();
        (await TillDevice.Sales(shop.Club.Api)).ShouldBe(["10000 guest"]);
    }

    internal static async Task Consistent(Shop shop)
    {
        var found = new List<string>();
        await new CheckClub(shop.Club.Database).Run(
            difference =>
            {
                found.Add(difference.ToString());
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        found.ShouldBeEmpty();
    }
}
