using Vafa.Browser.Walk;

namespace Vafa.Browser;

/// <summary>Every page of the product, as an owner who cannot see it, or sees it narrow or at 200 %.</summary>
public sealed class AccessibilityJourneys(Chromium chromium)
{
    /// <summary>A desk, the same at 200 %, and a phone.</summary>
    private static readonly int[] Widths = [390, 683, 1366];

    [Fact]
    public async Task Every_page_is_open_to_everybody_with_the_longest_names_and_amounts()
    {
        await using var shop = await Shop.Open(chromium);
        var club = await LivelyClub.Begin(shop, Names.Hard);
        await Walk(shop, "hard", [.. EveryPage.With(club.Values), .. club.Also], "fa", "en");
    }

    [Fact]
    public async Task Every_page_of_an_empty_club_is_open_to_everybody()
    {
        await using var shop = await Shop.Open(chromium);
        (await shop.Club.Api.Put("/rulebook", new { published = true })).MustBe(200);
        await Walk(shop, "empty", EveryPage.WithoutParameters(), "fa");
    }

    private static async Task Walk(Shop shop, string walk, IReadOnlyList<Visited> pages, params string[] languages)
    {
        var inside = await Judge.For(await shop.SignedIn(), walk);
        var outside = await Judge.For(await shop.Window(), walk);
        foreach (var page in pages)
        {
            var judge = page.Open ? outside : inside;
            foreach (var language in languages)
            {
                await judge.Visit(page, language);
                await judge.IsTold(language);
                await judge.IsOpenToAll();
                await judge.Fits(Widths);
            }
        }

        inside.Faults.Concat(outside.Faults).ShouldBeEmpty();
    }
}
