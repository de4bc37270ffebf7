using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>The members of an old program come in, step by step.</summary>
public sealed class ImportJourneys(Chromium chromium)
{
    private const string OldClub =
        "شماره تماس,نام مشتری,امتیاز\n09121234567,مریم احمدی,12\n9121234568,رضا کریمی,5\n0912,کوتاه,1\n";

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_file_is_given_its_columns_looked_over_and_its_members_brought_in(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn(width: width);
        await screen.Go("/members/import");
        await Give(screen, "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        await Expect(screen.Page.GetByText("اکسل قدیمی")).ToBeVisibleAsync();
        screen.Forget();
        await Give(screen, "old.csv", Encoding.UTF8.GetBytes(OldClub));
        await screen.Page.WaitForURLAsync("**/members/import/*-*");
        await screen.Picture("import-columns");
        await Expect(screen.Page.Locator("[data-column='0']")).ToHaveValueAsync("mobile");
        await screen.Page.SelectOptionAsync("[data-column='0']", "");
        await Check(screen);
        await Expect(screen.Page.GetByText("اعضا با آن شناخته می‌شوند")).ToBeVisibleAsync();
        screen.Forget();
        await screen.Page.SelectOptionAsync("[data-column='0']", "mobile");
        await Check(screen);
        await Expect(screen.Page.GetByText("از ۳ سطر، ۲ نفر عضو تازه می‌شوند.")).ToBeVisibleAsync();
        await screen.Picture("import-findings");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "بازگشت به ستون‌ها" }).ClickAsync();
        await Check(screen);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "وارد کن" }).ClickAsync();
        await Expect(screen.By("imported")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("۲ عضو تازه به باشگاه آمد.")).ToBeVisibleAsync();
        var file = await screen.Page.RunAndWaitForDownloadAsync(() =>
            screen.Page.GetByRole(AriaRole.Button, new() { Name = "دریافت سطرهای پذیرفته‌نشده" }).ClickAsync()
        );
        file.SuggestedFilename.ShouldBe("old.rejected.csv");
        await screen.IsSound();
        await screen.Picture("import-done");
    }

    private static Task Give(Screen screen, string name, byte[] content) =>
        screen.Page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = name,
                MimeType = "application/octet-stream",
                Buffer = content,
            }
        );

    private static Task Check(Screen screen) =>
        screen.Page.GetByRole(AriaRole.Button, new() { Name = "بررسی فایل" }).ClickAsync();
}
