using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>An owner writes the settings of the programme.</summary>
public sealed class LoyaltyJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_rule_with_a_wrong_number_says_so_at_the_field_and_a_right_one_shows_what_it_earns()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn();
        await screen.Go("/settings/rules/new?unit=points");
        await screen.Page.FillAsync("[name='title/fa']", "خرید روزانه");
        await screen.Page.FillAsync("[name=perAmount]", "۱۰٬۰۰۰");
        await screen.Page.FillAsync("[name=earn]", "نیم");
        await screen.Page.ClickAsync("form[data-send] button[type=submit]");
        var wrong = screen.Page.Locator("[data-error=earn]");
        await Expect(wrong).ToHaveTextAsync("این باید عددی بی‌اعشار باشد، مثلاً ۱۲.");
        await Expect(screen.Page.Locator("[name=earn]")).ToBeFocusedAsync();

        // What the server alone knows stands at its field, too, and what was typed is kept.
        await screen.Page.FillAsync("[name=earn]", "");
        await screen.Page.ClickAsync("form[data-send] button[type=submit]");
        await Expect(wrong).ToContainTextAsync("با هم لازم‌اند");
        await Expect(screen.Page.Locator("[name='title/fa']")).ToHaveValueAsync("خرید روزانه");
        await screen.Picture("rule-refused");
        screen.Forget();

        await screen.Page.FillAsync("[name=earn]", "۱");
        await screen.Page.ClickAsync("form[data-send] button[type=submit]");
        await screen.Page.WaitForURLAsync("**/settings/rules");
        await screen.Page.GetByText("خرید روزانه").ClickAsync();
        await Expect(screen.By("examples")).ToContainTextAsync("خرید ۵۰۰٬۰۰۰ تومان");
        await Expect(screen.By("examples")).ToContainTextAsync("۵۰ امتیاز");
        await screen.Picture("rule");
        await screen.IsSound();
    }

    [Fact]
    public async Task A_field_needs_no_code_of_its_owner_and_moves_up_by_a_button()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn();
        foreach (var name in (string[])["رنگ دلخواه", "سایز کفش"])
        {
            await screen.Go("/settings/fields/new");
            await Expect(screen.Page.Locator("vafa-tags")).ToBeHiddenAsync();
            await screen.Page.FillAsync("[name='title/fa']", name);
            await screen.Page.SelectOptionAsync("[name=type]", "choice");
            await screen.Page.FillAsync("vafa-tags .tags-text", "یک");
            await screen.Press("Enter");
            await screen.Page.ClickAsync("form[data-send] button[type=submit]");
            await screen.Page.WaitForURLAsync("**/settings/fields");
        }

        await screen.Page.GetByLabel("«سایز کفش» بالاتر برود").ClickAsync();
        await Expect(screen.Page.Locator("tbody tr").First).ToContainTextAsync("سایز کفش");
        var first = await shop.Club.Api.Get("/fields/saiz-kfsh");
        first.MustBe(200).Long("order").ShouldBe(1);
        await screen.IsSound();
    }

    [Fact]
    public async Task Caps_of_a_unit_are_held_against_past_sales_before_they_are_saved()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var sale = new
        {
            member = new { id = member },
            lines = new[]
            {
                new
                {
                    name = "کالا",
                    quantity = 1,
                    unitPrice = 4_000_000,
                },
            },
        };
        (await shop.Club.Api.Post("/purchases", sale)).MustBe(201);
        var screen = await shop.SignedIn();
        await screen.Go("/settings/units/points");
        await screen.Page.ClickAsync("details.form-more summary");
        await screen.Page.FillAsync("[name='caps/purchase']", "۳۰");
        var ask = screen.Page.GetByRole(AriaRole.Button, new() { Name = "با گذشته چه می‌کرد؟" });
        await ask.ClickAsync();
        var told = screen.Page.Locator("#told");
        await Expect(told).ToContainTextAsync("۱ بار به سقف می‌خورد و روی‌هم ۱۰ امتیاز کمتر داده می‌شد.");
        await screen.Picture("unit-preview");

        // What is typed stays, and another press tells of what it says now; nothing is saved.
        await screen.Page.FillAsync("[name='caps/purchase']", "۴۰");
        await ask.ClickAsync();
        await Expect(told).ToContainTextAsync("هیچ‌کدام به این سقف‌ها نمی‌خورد");
        (await shop.Club.Api.Get("/units/points")).MustBe(200).Text.ShouldContain("\"caps\":null");
        await screen.Page.SetViewportSizeAsync(390, 844);
        await screen.Picture("unit-preview");
        await screen.IsSound();
    }
}
