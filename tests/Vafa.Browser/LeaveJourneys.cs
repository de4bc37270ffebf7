using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Somebody wants to leave, and to leave no trace.</summary>
public sealed class LeaveJourneys(Chromium chromium)
{
    [Fact]
    public async Task Who_leaves_is_told_what_is_lost_and_is_found_nowhere_afterwards()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        await Club.Enrol(shop.Club.Api, "09351234568", "آرش", "کمالی");
        await Club.Give(shop.Club.Api, member, 20_000_0);
        var screen = await shop.SignedIn(width: 390);
        await screen.Go("/members/" + member);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "خروج از باشگاه" }).ClickAsync();
        await Expect(screen.By("lost").Locator("li")).ToHaveTextAsync(["۲۰٬۰۰۰ تومان اعتبار"]);
        await Expect(screen.Page.GetByText("این کار بازگشت ندارد.")).ToBeVisibleAsync();
        await screen.Picture("leave");
        await screen.Page.FillAsync("[name=reason]", "از شهر می‌رود");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "خروج از باشگاه" }).ClickAsync();

        // Thought better of it: nothing has happened.
        var asked = screen.Page.Locator("dialog.ask[open]");
        await Expect(asked).ToContainTextAsync("نگار محمدی از باشگاه برود؟ ۲۰٬۰۰۰ تومان اعتبار از کیف او می‌رود");
        await asked.GetByRole(AriaRole.Button, new() { Name = "نه، بماند" }).ClickAsync();
        await Expect(screen.Page.Locator("[name=reason]")).ToHaveValueAsync("از شهر می‌رود");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "خروج از باشگاه" }).ClickAsync();
        await asked.Locator(".btn-error").ClickAsync();
        await screen.Page.WaitForURLAsync("**/members/" + member);
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "عضو رفته" })).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("نگار")).ToHaveCountAsync(0);
        await screen.Picture("left");

        foreach (var asking in (string[])["محمدی", "09121234567"])
        {
            await screen.Go("/members?q=" + asking);
            await Expect(screen.Page.GetByText($"کسی با «{asking}» پیدا نشد")).ToBeVisibleAsync();
            await screen.Go("/search?q=" + asking);
            await Expect(screen.Page.GetByText($"چیزی با «{asking}» پیدا نشد")).ToBeVisibleAsync();
        }

        await screen.Go("/members");
        await Expect(screen.Page.Locator("main tbody a.row-link")).ToHaveTextAsync(["آرش کمالی"]);
        await screen.IsSound();
    }
}
