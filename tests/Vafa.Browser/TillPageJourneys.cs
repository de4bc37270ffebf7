using Microsoft.Playwright;
using Vafa.Browser.Walk;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>The till's page as a browser and its reader take it: installed, followed, read by everybody.</summary>
public sealed class TillPageJourneys(Chromium chromium)
{
    [Fact]
    public async Task The_till_can_be_installed_as_a_browser_says_itself()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await using var context = await chromium.Keeping(shop.Club.Address);
        var page = context.Pages[0];
        await page.GotoAsync("/till");
        await page.GetByTestId("pair").WaitForAsync();
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await using var session = await context.NewCDPSessionAsync(page);
        var manifest = (await session.SendAsync("Page.getAppManifest"))!.Value;
        manifest.GetProperty("errors").GetArrayLength().ShouldBe(0, manifest.ToString());
        manifest.GetProperty("data").GetString()!.ShouldContain("standalone");
        var found = (await session.SendAsync("Page.getInstallabilityErrors"))!.Value;
        found.GetProperty("installabilityErrors").EnumerateArray().Select(e => e.ToString()).ShouldBeEmpty();
        foreach (var (icon, side) in new[] { ("icon-192", 192), ("icon-512", 512), ("icon-mask", 512) })
        {
            var size = await page.EvaluateAsync<int[]>(
                """
                async icon => {
                  const picture = Object.assign(new Image(), { src: `/till/${icon}.png` });
                  await picture.decode();
                  document.body.replaceChildren(picture);
                  return [picture.naturalWidth, picture.naturalHeight];
                }
                """,
                icon
            );
            size.ShouldBe([side, side], "Chromium reads it as a picture");
            await page.ScreenshotAsync(new() { Path = Repository.File($"artifacts/screens/till-{icon}.png") });
        }
    }

    /// <summary>Every face of the till, in both languages, in the light and in the dark, narrow and wide.</summary>
    [Theory]
    [InlineData("fa", ColorScheme.Light)]
    [InlineData("fa", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Every_face_of_the_till_is_open_to_everybody(string language, ColorScheme scheme)
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Patch("/club", new { language, colour = "#a83200" })).MustBe(200);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        await TillDevice.SetUp(shop.Club.Api);
        await TillDevice.Hire(shop.Club.Services, "mina", "cashier");
        var screen = await shop.Window();
        await screen.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var judge = await Judge.For(screen, "till");
        var device = new TillDevice(screen, shop.Club.Api);
        await screen.Go("/till");
        await screen.By("pair").WaitForAsync();
        await Look("pair");
        await device.Pair();
        await Look("cashiers");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "mina" }).ClickAsync();
        await screen.By("pin").WaitForAsync();
        await Look("pin");
        await screen.Type(TillDevice.Pin);
        await screen.Press("Enter");
        await screen.TillIsReady();
        await Look("empty");
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await screen.By("member-name").WaitForAsync();
        await device.Enter("85+");
        await Look("sale");
        await screen.Press("Enter");
        await screen.By("done").WaitForAsync();
        await Look("done");
        await screen.Press("Enter");
        await device.Sell("40+");
        await screen.By("receipts").ClickAsync();
        await screen.By("receipt").First.WaitForAsync();
        await Look("receipts");
        await screen.By("receipt").First.GetByRole(AriaRole.Button).First.ClickAsync();
        await screen.By("receipt-open").WaitForAsync();
        await Look("receipt");
        await screen.IsSound();
        judge.Faults.ShouldBeEmpty();

        async Task Look(string face)
        {
            // A button that changes its colour is no fault of either.
            await screen.Page.WaitForFunctionAsync("() => document.getAnimations().length === 0");
            await judge.IsOpenToAll();
            await judge.Fits(390, 683, 1024, 1366);
            foreach (var width in (int[])[390, 1024, 1366])
            {
                await screen.Page.SetViewportSizeAsync(width, width == 390 ? 844 : 768);
                await screen.Picture($"till-faces/{language}-{scheme}-{face}".ToLowerInvariant());
            }
        }
    }

    [Fact]
    public async Task An_open_till_follows_what_the_office_changes_and_a_sale_at_hand_goes_on_as_it_began()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        var device = await TillDevice.Open(shop);
        await device.Enter("85+");
        var title = Club.Title("کنار پنجره", "By the window");
        (await shop.Club.Api.Put("/tills/t1", new { title, branch = "main" })).MustBe(200);
        await TillDevice.Hire(shop.Club.Services, "omid", "cashier", "8152");
        // It asks by itself, within a minute; the sale at hand is not disturbed by what it hears.
        await device.Page.WaitForResponseAsync(
            answer => answer.Url.EndsWith("/api/v1/till", StringComparison.Ordinal),
            new() { Timeout = 60_000 }
        );
        await Task.Delay(TimeSpan.FromSeconds(3));
        await Expect(device.Screen.By("strip")).ToContainTextAsync("کنار در");
        await Expect(device.Screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await device.Screen.Press("Enter");
        await device.Screen.By("done").WaitForAsync();
        await device.Screen.Press("Enter");
        await Expect(device.Screen.By("strip")).ToContainTextAsync("کنار پنجره");
        await device.Screen.By("cashier").ClickAsync();
        await Expect(device.Screen.By("cashiers")).ToContainTextAsync("omid");
        await device.Screen.IsSound();
    }
}
