using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vafa.Features.Register;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>A register of another program is connected, and a receipt that was refused is taken after all.</summary>
public sealed class RegisterJourneys(Chromium chromium)
{
    private const string Ahead = """
        {"format": "vafa-receipt-1", "number": "1042", "at": "2026-03-25T15:00:00+03:30",
         "member": {"mobile": "09120000000"}, "lines": [{"quantity": 1, "unitPrice": 900000}], "payable": 900000}
        """;

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task The_folders_are_made_and_a_refused_receipt_is_read_again(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn(width: width);
        await screen.Go("/settings/registers");
        await Expect(screen.Page.GetByText("هنوز صندوقی نیست")).ToBeVisibleAsync();
        await screen.Picture("registers-no-till");
        await AddTill(shop, "t1", "صندوق یک", "Till one");
        await AddTill(shop, "window", "صندوق کنار در", "Till at the door");
        await screen.Go("/settings/registers");
        await screen.Picture("registers-off");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "پوشه‌ها را بساز" }).ClickAsync();
        await Expect(screen.By("register")).ToHaveCountAsync(2);
        await screen.IsSound();

        await Drop(shop, "receipts-of-the-morning-1042.json", Ahead);
        await Drop(shop, "1043.json", Ahead.Replace("1042", "1043").Replace("900000}]", "900000.5}]"));
        await Drop(shop, "1044.json", Ahead.Replace("1042", "1044").Replace("15:00", "12:10"));
        await Look(shop);
        await screen.Go("/settings/registers");
        await Expect(screen.By("refused").Locator("li")).ToHaveCountAsync(2);
        await screen.Page.GetByText("رسیدهایی که بدون عضو ثبت شد").ClickAsync();
        await screen.Picture("registers-refused");
        await screen.IsSound();
        await screen.Go("/settings/registers?lang=en");
        await screen.Picture("registers-refused-en");
        await screen.IsSound();
        await screen.Go("/?lang=fa");
        await Expect(screen.Page.GetByText("رسیدهایی از ۲ فایل صندوق فروشگاه رد شده")).ToBeVisibleAsync();

        shop.Club.Clock.Advance(TimeSpan.FromHours(3));
        await screen.Go("/settings/registers");
        await screen
            .By("refused")
            .Locator("li", new() { HasText = "morning-1042" })
            .GetByRole(AriaRole.Button)
            .ClickAsync();
        await Expect(screen.By("refused").Locator("li")).ToHaveCountAsync(1);
        await Look(shop);
        (await shop.Club.Api.Get("/purchases?reference=1042"))["items"].GetArrayLength().ShouldBe(1);
        var file = await screen.Page.RunAndWaitForDownloadAsync(() =>
            screen.Page.GetByRole(AriaRole.Button, new() { Name = "شرح قالب رسید" }).ClickAsync()
        );
        file.SuggestedFilename.ShouldBe("vafa-receipt-1.md");
        await screen.IsSound();
    }

    private static async Task AddTill(Shop shop, string code, string fa, string en) =>
        (await shop.Club.Api.Put("/tills/" + code, new { title = Club.Title(fa, en), branch = "main" })).MustBe(200);

    private static Task Drop(Shop shop, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(shop.Club.Database.Directory, "receipts", "t1", name), text);

    private static async Task Look(Shop shop)
    {
        var look = shop.Club.Services.GetRequiredService<LookForReceipts>();
        foreach (var pause in (TimeSpan[])[TimeSpan.Zero, Settling.Quiet, Settling.Patience])
        {
            shop.Club.Clock.Advance(pause);
            await look.Run(TestContext.Current.CancellationToken);
        }
    }
}
