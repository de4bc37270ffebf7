using Microsoft.Playwright;
using Vafa.Browser.Walk;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>The office without a mouse.</summary>
public sealed class KeyboardJourneys(Chromium chromium)
{
    [Fact]
    public async Task Tab_shows_where_it_is_and_reaches_the_main_act_of_every_page()
    {
        await using var shop = await Shop.Open(chromium);
        var club = await LivelyClub.Begin(shop, Names.Usual);
        var inside = await shop.SignedIn();
        var outside = await shop.Window();
        await TabWalk.Prepare(inside);
        await TabWalk.Prepare(outside);
        var faults = new List<string>();
        foreach (var page in EveryPage.With(club.Values))
        {
            var screen = page.Open ? outside : inside;
            await screen.Go(page.Path);
            (await screen.Settles()).ShouldBeTrue(page.Path);
            faults.AddRange((await TabWalk.Of(screen)).Select(fault => $"{page}: {fault}"));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Slash_leads_to_the_search_and_the_first_link_over_the_frame()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn();
        await screen.Go("/me");
        await screen.Press("Tab");
        var skip = screen.Page.GetByText("رفتن به متن صفحه");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await screen.Press("Enter");
        await screen.Press("Tab");
        (await screen.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null")).ShouldBeTrue();

        await screen.Go("/me");
        await screen.Press("/");
        var search = screen.Page.Locator("[data-search]");
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("");
        await screen.Type("نگار/");
        await Expect(search).ToHaveValueAsync("نگار/");
        await screen.IsSound();
    }
}
