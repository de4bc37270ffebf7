using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class ProductJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_product_is_taken_off_the_list_and_its_offer_is_told(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Put("/products/muffin", """{"title": {"fa": "مافین"}, "price": 900000}""")).MustBe(200);
        const string Treat = """
            {"title": {"fa": "مهمان ما"}, "give": [{"freeItem": {"product": "muffin", "quantity": 1}}]}
            """;
        (await shop.Club.Api.Put("/offers/treat", Treat)).MustBe(200);
        var screen = await shop.SignedIn("mahin", "manager", width);
        var page = screen.Page;

        // The form of offers tells a wrong code at its field.
        await screen.Go("/offers/treat/edit");
        await page.GetByLabel("کد کالا").FillAsync("mufin");
        await Expect(page.Locator(".field-wrong")).ToContainTextAsync("کالایی با کد");
        await screen.IsSound();

        await screen.Go("/settings/products/muffin");
        await page.GetByRole(AriaRole.Button, new() { Name = "برداشتن از فهرست" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("«مهمان ما»");
        await screen.Picture("product-remove");
        await screen.IsSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "برداشتن", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/settings/products");
        await Expect(page.GetByText("مافین")).ToHaveCountAsync(0);

        await screen.Go("/");
        await Expect(page.GetByText("از «مافین» می‌گوید که از فهرست کالاها برداشته شده است")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "پیشنهاد را درست کنید یا پایان دهید" }).ClickAsync();
        await Expect(page.GetByText("«مافین» از فهرست کالاها برداشته شده است")).ToBeVisibleAsync();
        await screen.Picture("offer-product-gone");
        await screen.IsSound();
    }
}
