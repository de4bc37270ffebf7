using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Tests.Web;

/// <summary>Whatever colour the owner chooses, every text can be read; and it is the sheet that his pages
/// get.</summary>
public sealed class ColourTests
{
    [Fact]
    public void Every_hue_in_every_light_leaves_text_that_can_be_read()
    {
        var worst = 21.0;
        foreach (var chosen in All())
        {
            var palette = Palette.Of(chosen);
            worst = Math.Min(worst, Palette.Contrast(palette.Primary, Colour.White));
            worst = Math.Min(worst, Palette.Contrast(palette.Primary, palette.Soft));
            worst = Math.Min(worst, Palette.Contrast(palette.Primary, new Colour(0xf5, 0xf7, 0xf6)));
        }

        worst.ShouldBeInRange(4.5, 5.0);
    }

    [Fact]
    public void In_the_dark_too()
    {
        var worst = 21.0;
        foreach (var chosen in All())
        {
            var palette = Palette.AtNight(chosen);
            worst = Math.Min(worst, Palette.Contrast(palette.Primary, Palette.NightText));
            worst = Math.Min(worst, Palette.Contrast(palette.Primary, palette.Soft));
            worst = Math.Min(worst, Palette.Contrast(palette.Primary, new Colour(0x1b, 0x26, 0x24)));
        }

        worst.ShouldBeInRange(4.5, 5.0);
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_and_a_light_one_keeps_its_hue()
    {
        Palette.Of(Colour.Usual).Primary.ShouldBe(Colour.Usual);
        Palette.Of(new Colour(0, 0, 0)).Primary.ShouldBe(new Colour(0, 0, 0));
        foreach (var chosen in All())
        {
            var shown = Palette.Of(chosen).Primary;
            KeepsItsOrder(chosen, shown).ShouldBeTrue($"{chosen} became {shown}");
        }
    }

    [Theory]
    [InlineData("#0b5d5e", true)]
    [InlineData("#0B5D5E", true)]
    [InlineData("0b5d5e", false)]
    [InlineData("#0b5d5", false)]
    [InlineData("#0b5d5g", false)]
    [InlineData("# b5d5e", false)]
    [InlineData("#-b5d5e", false)]
    [InlineData("#۰b5d5e", false)]
    [InlineData("", false)]
    public void Only_six_hexadecimal_digits_are_a_colour(string text, bool isOne) =>
        Colour.Parse(text)?.ToString().ShouldBe(isOne ? text.ToLowerInvariant() : null);

    [Theory, BothDatabases]
    public async Task Pages_wear_the_colour_that_was_set_and_the_sign_in_page_too(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await Sheets(club)).ShouldBeEmpty();
        (await club.Api.Patch("/club", new { colour = "#C0392B" })).MustBe(200).String("colour").ShouldBe("#c0392b");
        var sheet = (await Sheets(club)).ShouldHaveSingleItem();
        var css = await club.Client(null).Send(HttpMethod.Get, "/openapi/../" + sheet[1..]);
        css.MustBe(200).MediaType.ShouldBe("text/css");
        css.Text.ShouldContain("--color-primary: #");
        css.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        css.Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task A_colour_that_is_only_tried_is_not_kept_by_browsers_and_nonsense_is_none()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var tried = await club.Client(null).Send(HttpMethod.Get, "/openapi/../club.css?colour=ffee00");
        tried.MustBe(200).Header("Cache-Control").ShouldBe("no-cache");
        var light = tried.Text[..tried.Text.IndexOf("@media", StringComparison.Ordinal)];
        light.ShouldNotContain("ffee00", Case.Insensitive, "white on it could not be read");
        tried.Text.ShouldContain("ffee00", Case.Insensitive, "in the dark it can stay");
        foreach (var bad in (string[])["", "?colour=red", "?colour=%23ffee00", "?colour=ffee00}body{display:none"])
        {
            (await club.Client(null).Send(HttpMethod.Get, "/openapi/../club.css" + bad)).Status.ShouldBe(404, bad);
        }
    }

    private static async Task<List<string>> Sheets(TestClub club)
    {
        var page = await club.Client(null).Http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        return
        [
            .. page.Split("href=\"")
                .Skip(1)
                .Select(part => part.Split('"')[0].Replace("&amp;", "&", StringComparison.Ordinal))
                .Where(href => href.StartsWith("/club.css", StringComparison.Ordinal)),
        ];
    }

    /// <summary>Every hue, in five strengths and eleven lights.</summary>
    private static IEnumerable<Colour> All() =>
        from hue in Enumerable.Range(0, 360)
        from strength in Enumerable.Range(0, 5)
        from light in Enumerable.Range(0, 11)
        select Of(hue, strength / 4.0, light / 10.0);

    private static Colour Of(double hue, double strength, double light)
    {
        byte Part(double n)
        {
            var k = (n + (hue / 30)) % 12;
            var reach = strength * Math.Min(light, 1 - light);
            return (byte)Math.Round(255 * (light - (reach * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }

        return new Colour(Part(0), Part(8), Part(4));
    }

    /// <summary>
    /// What was stronger by more than rounding is stronger still, if by less: a darker colour has less room.
    /// </summary>
    private static bool KeepsItsOrder(Colour chosen, Colour shown) =>
        Steps(chosen).Zip(Steps(shown)).All(pair => Math.Abs(pair.First) <= 8 || pair.First * pair.Second > 0);

    private static int[] Steps(Colour c) => [c.Red - c.Green, c.Green - c.Blue, c.Blue - c.Red];
}
