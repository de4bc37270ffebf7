using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>A group that fills itself by a rule.</summary>
public sealed class GroupJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_group_is_given_a_rule_fills_itself_and_takes_nobody_by_hand(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Put("/groups/buyers", new { title = Club.Title("خریدارها", "Buyers") })).MustBe(200);
        var buyer = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var other = await Club.Enrol(shop.Club.Api, "09121234568", "آرش", "کمالی");
        await Club.Enrol(shop.Club.Api, "09121234569", "مینا", "راد");
        await Club.Sell(shop.Club.Api, buyer);
        await Club.Sell(shop.Club.Api, other);
        var screen = await shop.SignedIn(width: width);
        await screen.Go("/settings/groups/buyers");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "با قاعده", Exact = true }).ClickAsync();
        await screen.Page.Locator("summary", new() { HasText = "صافی" }).ClickAsync();
        await screen.Page.FillAsync("#visits", "۱");
        await screen.Page.ClickAsync("[data-testid=filter] [type=submit]");
        await Expect(screen.By("preview")).ToContainTextAsync("امروز ۲ نفر از اعضای شما در گروه می‌بودند: ۲ نفر");
        await screen.Picture("group-preview");
        await screen.Page.ClickAsync("form[data-send] [type=submit]");
        await Expect(screen.Page.GetByText("گروه ذخیره شد؛ اعضا هم‌اکنون جابه‌جا می‌شوند.")).ToBeVisibleAsync();
        await Fills(screen, "۲ نفر اکنون در این گروه‌اند.");
        await Expect(screen.By("moves").Locator(".chip-good")).ToHaveTextAsync(["آمد", "آمد"]);
        await Expect(screen.By("counts")).ToContainTextAsync("این هفته ۲ نفر آمده");
        await screen.Picture("group");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "دیدن اعضا" }).ClickAsync();
        await Expect(screen.Page.GetByText("۲ عضو", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(screen.Page.Locator("main tbody")).Not.ToContainTextAsync("مینا راد");
        await screen.Page.Locator("#add-group-value").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Expect(screen.Page.Locator("#add-group-value option")).ToHaveTextAsync(["نقره‌ای"]);
        await screen.Go("/members/" + buyer);
        await Expect(screen.By("timeline")).ToContainTextAsync("با قاعدهٔ گروه به خریدارها آمد");
        await screen.Go($"/members/{buyer}/edit");
        await Expect(screen.Page.GetByLabel("نقره‌ای")).ToBeCheckedAsync();
        await Expect(screen.Page.GetByLabel("خریدارها")).ToHaveCountAsync(0);
        await Expect(screen.Page.GetByText("با قاعدهٔ گروه در این‌ها هم هست: خریدارها.")).ToBeVisibleAsync();
        await screen.IsSound();
    }

    [Fact]
    public async Task A_group_keeps_its_members_when_its_rule_is_taken_away()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var group = new { title = Club.Title("تازه‌ها", "Newcomers"), rule = new { filter = "visits=..0" } };
        (await shop.Club.Api.Put("/groups/fresh", group)).MustBe(200);
        var screen = await shop.SignedIn();
        await screen.Go("/settings/groups");
        await Expect(screen.Page.GetByText("با قاعده", new() { Exact = true })).ToBeVisibleAsync();
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "تازه‌ها" }).ClickAsync();
        await Fills(screen, "۱ نفر اکنون در این گروه‌اند.");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "برداشتن قاعده" }).ClickAsync();
        await Expect(screen.Page.Locator("dialog.ask[open]")).ToContainTextAsync("۱ عضو کنونی");
        await screen.Page.Locator("dialog.ask[open] .btn-error").ClickAsync();
        await Expect(screen.Page.GetByText("۱ عضو دارد.")).ToBeVisibleAsync();
        await screen.Go($"/members/{member}/edit");
        await Expect(screen.Page.GetByLabel("تازه‌ها")).ToBeCheckedAsync();
        await screen.IsSound();
    }

    /// <summary>Looks again, as the page says, until the members were moved.</summary>
    private static async Task Fills(Screen screen, string told)
    {
        for (var look = 0; await screen.Page.GetByText(told).CountAsync() == 0; look++)
        {
            look.ShouldBeLessThan(100, "the rule has moved nobody");
            await screen.Page.ReloadAsync();
        }
    }
}
