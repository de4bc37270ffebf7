using Microsoft.Playwright;
using Vafa.Core.Values;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>One person who joined twice.</summary>
public sealed class MergeJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task Two_memberships_become_one_and_within_the_day_two_again(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var stays = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var goes = await Club.Enrol(shop.Club.Api, "09121234568", "نگار", "محمدی");
        await Club.Sell(shop.Club.Api, stays, 45_186_960_0);
        await Club.Give(shop.Club.Api, goes, 20_000_0);
        var (kept, added) = (await Credit(stays), await Credit(goes));
        added.ShouldBe(20_000_0);
        var screen = await shop.SignedIn(width: width);
        await screen.Go("/members/" + stays);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "ادغام با عضو دیگر" }).ClickAsync();
        await screen.Page.FillAsync("main [name=q]", "نگار");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "پیدا کن" }).ClickAsync();

        // Both bear the name; nobody is merged with himself.
        var found = screen.Page.GetByRole(AriaRole.Region, new() { Name = "پیداشده‌ها" }).GetByRole(AriaRole.Link);
        await Expect(found).ToHaveCountAsync(1);
        await found.ClickAsync();
        await screen.Page.WaitForURLAsync($"**/members/{stays}/merge?with={goes}");
        var credit = screen.By("sides").Locator("> div", new() { HasText = "اعتبار" }).Locator("> div > span");
        await Expect(credit).ToHaveTextAsync([Toman(kept), Toman(added), Toman(kept + added)]);
        (await screen.Page.EvaluateAsync<int>(Overlapping)).ShouldBe(0);
        await screen.Picture("merge");

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "یکی کن" }).ClickAsync();
        await Sure(screen).ClickAsync();
        await screen.Page.WaitForURLAsync("**/members/" + stays);
        await Expect(screen.Page.Locator("[data-unit=credit]")).ToContainTextAsync(Toman(kept + added));
        await Expect(screen.By("timeline")).ToContainTextAsync("با این عضو یکی شد");
        await screen.Picture("merged");

        // The old address leads on.
        await screen.Go("/members/" + goes);
        await screen.Page.WaitForURLAsync("**/members/" + stays);

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "برگرداندن ادغام" }).ClickAsync();
        await Sure(screen).ClickAsync();
        await Expect(screen.Page.GetByText("دوباره دو عضو شدند.")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator("[data-unit=credit]")).ToContainTextAsync(Toman(kept));
        await Expect(screen.By("timeline")).ToContainTextAsync("دوباره جدا شد");
        await screen.Go("/members/" + goes);
        await Expect(screen.Page.Locator("[data-unit=credit]")).ToContainTextAsync(Toman(added));
        await screen.Go("/members?q=محمدی");
        await Expect(screen.Page.GetByText("۲ عضو", new() { Exact = true })).ToBeVisibleAsync();
        await screen.IsSound();

        async Task<long> Credit(Guid member) =>
            (await shop.Club.Api.Get("/members/" + member))["wallets"]
                .EnumerateArray()
                .Single(w => w.GetProperty("unit").GetString() == "credit")
                .GetProperty("balance")
                .GetInt64();
    }

    private static string Toman(long rials) => new Wording(Persian: true, Toman: true).Money(new Money(rials));

    /// <summary>How many cells of the preview hold more than fits, and so run into the next.</summary>
    private const string Overlapping =
        "[...document.querySelectorAll('[data-testid=sides] span')].filter(s => s.scrollWidth > s.clientWidth + 1"
        + " && getComputedStyle(s).display !== 'inline').length";

    private static ILocator Sure(Screen screen) => screen.Page.Locator("dialog.ask[open] .btn-primary");
}
