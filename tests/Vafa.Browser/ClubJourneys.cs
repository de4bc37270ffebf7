using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>The club's look and places, and what follows from them elsewhere.</summary>
public sealed class ClubJourneys(Chromium chromium)
{
    private const string Shown =
        "getComputedStyle(document.documentElement).getPropertyValue('--color-primary').trim()";

    [Fact]
    public async Task A_cashier_says_once_where_his_device_stands_and_sales_go_there()
    {
        await using var shop = await Shop.Open(chromium);
        await shop.Club.Api.Put("/branches/b2", new { title = Club.Title("تجریش", "Tajrish") });
        await shop.Club.Api.Put("/tills/t2", new { title = Club.Title("کنار در", "By the door"), branch = "b2" });
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        await screen.Type("80000");
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToHaveTextAsync("۸۰٬۰۰۰ تومان");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("نخست بگویید این دستگاه در کدام شعبه است.")).ToBeVisibleAsync();
        await screen.Picture("sale-standing");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "تجریش، کنار در" }).ClickAsync();
        await Expect(screen.By("standing")).ToContainTextAsync("تجریش، کنار در");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.By("record").ClickAsync();
        await Expect(screen.By("done")).ToContainTextAsync("ثبت شد");
        var sale = (await shop.Club.Api.Get("/purchases"))["items/0"];
        sale.GetProperty("branch").GetString().ShouldBe("b2");

        // Remembered by the browser, also where a page is opened anew.
        await screen.Go("/sale");
        await screen.TillIsReady();
        await Expect(screen.By("standing")).ToContainTextAsync("تجریش، کنار در");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "جای دیگر" }).ClickAsync();
        await Expect(screen.By("standing")).ToContainTextAsync("این دستگاه در کدام شعبه است؟");
        await screen.IsSound();
    }

    [Fact]
    public async Task An_owner_tries_a_colour_keeps_it_and_gives_his_club_a_logo()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn();
        await screen.Go("/settings");
        await screen.Page.WaitForURLAsync("**/settings/club");
        (await screen.Page.EvaluateAsync<string>(Shown)).ShouldBe("#0b5d5e");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "ارغوانی" }).ClickAsync();
        await Becomes(screen, $"{Shown} === '#9c2c5f'");

        // Only tried: elsewhere the club is as it was.
        (await shop.Club.Api.Get("/club"))
            .String("colour")
            .ShouldBe("#0b5d5e");
        await screen.Page.FillAsync("[name=name]", "کافهٔ ارغوان");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "ذخیره", Exact = true }).ClickAsync();
        await Expect(screen.Page.GetByText("تنظیمات ذخیره شد.")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator(".shell-name")).ToContainTextAsync("کافهٔ ارغوان");
        (await screen.Page.EvaluateAsync<string>(Shown)).ShouldBe("#9c2c5f");

        var file = screen.Page.Locator("input[type=file]");
        await file.SetInputFilesAsync(Picture("logo.svg", "<svg/>"u8.ToArray()));
        await Expect(screen.Page.GetByText("این فایل تصویر PNG، JPEG یا WebP نیست.")).ToBeVisibleAsync();
        screen.Forget();
        await file.SetInputFilesAsync(Picture("logo.png", await screen.Page.ScreenshotAsync()));
        await Expect(screen.Page.GetByText("نشان باشگاه عوض شد.")).ToBeVisibleAsync();
        await Becomes(screen, "document.querySelector('.shell-name img').naturalWidth > 0");
        await screen.Picture("settings-club");
        await screen.IsSound();
    }

    [Fact]
    public async Task Days_of_reminders_that_cannot_be_say_so_at_their_field_and_right_ones_are_kept()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.SignedIn(to: "**/first-run");
        await screen.Go("/settings/club");
        (string Typed, string Told)[] wrongs =
        [
            ("۳۰ روز", "عددها را با ویرگول بنویسید: ۳۰، ۷، ۱."),
            ("۳۰، ۱۴، ۷، ۱", "حداکثر ۳ مورد پذیرفته است."),
            ("۷، ۰", "این عدد باید از ۱ تا ۳۶۵ باشد."),
        ];
        var (days, wrong) = (
            screen.Page.Locator("[name=warnBeforeDays]"),
            screen.Page.Locator("[data-error=warnBeforeDays]")
        );
        foreach (var (typed, told) in wrongs)
        {
            await days.FillAsync(typed);
            await Save();
            await Expect(wrong).ToContainTextAsync(told);
            await Expect(days).ToBeFocusedAsync();
            await Expect(days).ToHaveValueAsync(typed);
        }

        await screen.Picture("settings-warn-refused");
        screen.Forget();
        await days.FillAsync("۳، 14");
        await Save();
        await Expect(screen.Page.GetByText("تنظیمات ذخیره شد.")).ToBeVisibleAsync();
        await Expect(days).ToHaveValueAsync("۱۴، ۳");
        await Expect(wrong).ToBeHiddenAsync();
        await screen.IsSound();

        Task Save() => screen.Page.GetByRole(AriaRole.Button, new() { Name = "ذخیره", Exact = true }).ClickAsync();
    }

    private static FilePayload Picture(string name, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = "image/png",
            Buffer = bytes,
        };

    /// <summary>Asked again and again from outside: the pages' policy lets no text be run inside.</summary>
    private static async Task Becomes(Screen screen, string condition)
    {
        for (var tries = 0; !await screen.Page.EvaluateAsync<bool>(condition); tries++)
        {
            tries.ShouldBeLessThan(100, condition);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }
}
