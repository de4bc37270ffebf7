using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vafa.Features.Joining;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>A customer points his camera at a code of the shop, and joins by his own phone.</summary>
public sealed class JoinJourneys(Chromium chromium)
{
    private const string Decoder = "src/web/node_modules/jsqr/dist/jsQR.js";

    /// <summary>What a camera would read from a picture.</summary>
    private const string Decode = """
        async png => {
          const picture = new Image();
          picture.src = 'data:image/png;base64,' + png;
          await picture.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [picture.width + 40, picture.height + 40];
          const paper = canvas.getContext('2d');
          paper.fillStyle = '#fff';
          paper.fillRect(0, 0, canvas.width, canvas.height);
          paper.drawImage(picture, 20, 20);
          const { data, width, height } = paper.getImageData(0, 0, canvas.width, canvas.height);
          return jsQR(data, width, height)?.data ?? '';
        }
        """;

    [Fact]
    public async Task The_code_on_a_printed_receipt_and_on_the_second_screen_lead_to_joining()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        var device = await TillDevice.Open(shop);
        var second = await device.Page.Context.NewPageAsync();
        await second.GotoAsync("/till/customer");
        var screen = new Screen(device.Page.Context, second);
        await screen.By("qr").WaitForAsync();
        foreach (var width in (int[])[390, 1024, 1366])
        {
            await second.SetViewportSizeAsync(width, 768);
            await screen.Picture("customer-join");
        }

        var shown = await Read(screen.By("qr"));
        shown.ShouldStartWith(shop.Club.Address + "join/s");

        await device.Sell("85+");
        await device.Screen.By("receipts").ClickAsync();
        await device.Screen.By("receipt").First.GetByRole(AriaRole.Button).First.WaitForAsync();
        await device.Screen.Picture("till-receipts");
        await OpenNewest(device);
        await device.Screen.Picture("receipt-join");
        await device.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await device.Page.SetViewportSizeAsync(302, 900);
        await device.Screen.Picture("receipt-paper");
        var printed = await Read(device.Screen.By("qr"));
        printed.ShouldStartWith(shop.Club.Address + "join/r");
        await Joins(shop, printed, "09121234567");
        await Joins(shop, shown, "09121234567");
        (await shop.Club.Api.Get("/members"))["items"].GetArrayLength().ShouldBe(1);
        await device.Screen.IsSound();
    }

    [Fact]
    public async Task The_offices_poster_leads_there_too()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        var office = await shop.SignedIn();
        await office.Go("/settings/join");
        await office.Settles();
        await office.Picture("join-settings");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "پوستر برای چاپ" }).ClickAsync();
        await office.By("poster").WaitForAsync();
        await office.Picture("join-poster");
        await office.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await office.Picture("join-poster-paper");
        var link = await Read(office.Page.Locator(".poster .qr"));
        link.ShouldStartWith(shop.Club.Address + "join/p");
        await Joins(shop, link, "09121234567");
        await office.IsSound();
    }

    /// <summary>A phone that runs no script at all.</summary>
    private static async Task Joins(Shop shop, string link, string mobile)
    {
        var phone = await shop.Window(390, script: false);
        await phone.Go(link);
        await phone.Picture("join");
        await phone.Page.FillAsync("#mobile", "۰۹۱۲");
        await phone.Page.ClickAsync("button[type=submit]");
        await Expect(phone.Page.Locator("#mobile-wrong")).Not.ToBeEmptyAsync();
        await phone.Picture("join-wrong");
        phone.Forget();
        await phone.Page.FillAsync("#mobile", mobile);
        await phone.Page.FillAsync("#firstName", "نگار");
        await phone.Page.ClickAsync("button[type=submit]");
        await phone.By("joined").WaitForAsync();
        await shop.Club.Services.GetRequiredService<EnrolJoined>().Run(CancellationToken.None);
        await phone.IsSound();
    }

    private static async Task OpenNewest(TillDevice device)
    {
        await device.Screen.By("receipt").First.GetByRole(AriaRole.Button).First.ClickAsync();
        await device.Screen.By("receipt-open").WaitForAsync();
    }

    private async Task<string> Read(ILocator code)
    {
        var picture = await code.ScreenshotAsync();
        var page = await chromium.Browser.NewPageAsync();
        await page.AddScriptTagAsync(new() { Path = Repository.File(Decoder) });
        var text = await page.EvaluateAsync<string>(Decode, Convert.ToBase64String(picture));
        await page.CloseAsync();
        return text;
    }
}
