using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>From the list of words to a sale: offers that need a code, a choice, or what was bought before.</summary>
public sealed class WordJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_word_of_the_list_becomes_a_live_offer(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn("leila", "marketer", width);
        var page = screen.Page;
        await screen.Go("/offers/words");
        var word = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "کارت مهر" });
        await Expect(word.First).ToBeVisibleAsync();
        await screen.Picture("offer-words");
        await screen.IsSound();

        await word.First.GetByRole(AriaRole.Link, new() { Name = "پیشنهادی با آن" }).ClickAsync();
        await page.GetByLabel("نام فارسی").FillAsync("کارت قهوه");
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("رایگان");
        await page.GetByText("فعال", new() { Exact = true }).ClickAsync();
        await screen.Picture("offer-stamp-card");
        await screen.IsSound();
        await screen.By("save").ClickAsync();
        await Expect(screen.By("says")).ToContainTextAsync("رایگان");
        var offers = (await shop.Club.Api.Get("/offers")).MustBe(200).Text;
        offers.ShouldContain("stampCard");
    }

    [Fact]
    public async Task A_code_and_a_chosen_gift_go_with_the_sale()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var api = shop.Club.Api;
        const string treat = """
            {"title": {"fa": "مهمان ما"}, "when": {"code": {"in": ["YALDA"]}},
             "give": [{"freeItemOf": {"in": ["latte", "cake"]}}]}
            """;
        (await api.Put("/offers/treat", treat)).MustBe(200);
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        await screen.Type("80000");
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToHaveTextAsync("۸۰٬۰۰۰ تومان");

        await screen.By("code").ClickAsync();
        await screen.Page.GetByLabel("کد", new() { Exact = true }).FillAsync("YALDA");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.By("applied")).ToContainTextAsync("مهمان ما");
        var cake = screen.By("applied").GetByRole(AriaRole.Button, new() { Name = "کیک شکلاتی" });
        await cake.ClickAsync();
        await Expect(cake).ToHaveAttributeAsync("aria-pressed", "true");
        await screen.Picture("sale-code");
        await screen.IsSound();

        await screen.By("record").ClickAsync();
        await Expect(screen.By("done")).ToContainTextAsync("ثبت شد");
        await screen.Picture("sale-code-done");
        var sale = await api.Get("/purchases/" + (await api.Get("/purchases")).String("items/0/id"));
        sale["gifts/0/product"].GetString().ShouldBe("cake");
        await screen.IsSound();
    }
}
