using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>What anybody may read of a club, and the owner who opens it.</summary>
public sealed class RulebookJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task Published_rules_follow_the_settings_and_an_earlier_version_says_what_was_changed(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var (owner, visitor) = (await shop.SignedIn(), await shop.Window(width));
        (await visitor.Go("/rules"))!.Status.ShouldBe(404);
        visitor.Forget();
        await owner.Go("/settings/rulebook");
        await Expect(owner.Page.GetByText("هنوز منتشر نشده است")).ToBeVisibleAsync();
        await Expect(owner.By("preview-fa")).ToContainTextAsync("برای هر ۱۰٬۰۰۰ تومان کامل، ۱ امتیاز.");
        await owner.Page.CheckAsync("[name=published]");
        await owner.Page.FillAsync("[name='terms/fa']", "هر کس با موبایلش عضو می‌شود.\nپرسشی دارید؟ به صندوق بیایید.");
        await Save(owner);
        await Expect(owner.By("published").Locator("#address")).ToHaveValueAsync($"{shop.Club.Address}rules");
        await owner.Picture("rulebook");

        await visitor.Go("/rules");
        await Expect(visitor.Page.GetByText("برای هر ۱۰٬۰۰۰ تومان کامل، ۱ امتیاز.")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("[data-section=terms] p")).ToHaveCountAsync(2);
        await Expect(visitor.Page.Locator(".rules :is(ins, del)")).ToHaveCountAsync(0);
        await visitor.Picture("rules");
        await owner.Go("/settings/rules/points");
        await owner.Page.FillAsync("[name=earn]", "۲");
        await owner.Page.ClickAsync("form[data-send] [type=submit]");
        await owner.Page.WaitForURLAsync("**/settings/rules");
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByText("برای هر ۱۰٬۰۰۰ تومان کامل، ۲ امتیاز.")).ToBeVisibleAsync();

        await owner.Go("/settings/club");
        await owner.Page.FillAsync("[name=returnDays]", "۷");
        await Save(owner);
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByText("کالا تا ۷ روز پس گرفته می‌شود.")).ToBeVisibleAsync();
        var versions = visitor.By("editions").GetByRole(AriaRole.Link);
        await Expect(versions).ToHaveCountAsync(3);
        await versions.Nth(1).ClickAsync();
        await Expect(visitor.By("in-force")).ToContainTextAsync("برقرار بود");
        await Expect(visitor.Page.Locator(".rules ins")).ToHaveTextAsync(["تازه برای هر ۱۰٬۰۰۰ تومان کامل، ۲ امتیاز."]);
        await Expect(visitor.Page.Locator(".rules del"))
            .ToHaveTextAsync(["برداشته شد برای هر ۱۰٬۰۰۰ تومان کامل، ۱ امتیاز."]);
        await Expect(visitor.Page.GetByText("۷ روز پس گرفته")).ToHaveCountAsync(0);
        await visitor.Picture("rules-then");
        await visitor.IsSound();
        await owner.IsSound();
    }

    [Fact]
    public async Task A_tier_is_given_a_text_and_a_picture_that_anybody_sees_on_its_page()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.AddLadder(shop.Club.Api);
        var owner = await shop.SignedIn();
        await owner.Go("/settings/rulebook");
        await owner.Page.CheckAsync("[name=published]");
        await Save(owner);
        await owner.Go("/settings/ladders/club");
        await owner.Page.Locator("summary", new() { HasText = "رنگ و نوشتهٔ صفحهٔ سطح" }).Nth(1).ClickAsync();
        await owner.Page.FillAsync("[name='tiers/1/about/fa']", "میز کنار پنجره از آنِ شماست.");
        await owner.Page.ClickAsync("form[data-send] [type=submit]");
        await owner.Page.WaitForURLAsync("**/settings/ladders");
        await owner.Go("/settings/ladders/club");
        var file = owner.By("page-gold").Locator("input[type=file]");
        await file.SetInputFilesAsync(Picture("gold.gif", "GIF89a"u8.ToArray()));
        await Expect(owner.By("page-gold").Locator(".field-wrong")).ToContainTextAsync("PNG");
        owner.Forget();
        await file.SetInputFilesAsync(Picture("gold.png", await owner.Page.ScreenshotAsync()));
        await Expect(owner.Page.GetByText("تصویر سطح عوض شد.")).ToBeVisibleAsync();
        await Expect(owner.By("page-gold").Locator(".tier-thumb img")).ToBeVisibleAsync();

        var visitor = await shop.Window(390);
        await visitor.Go("/rules");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "طلایی" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "طلایی" })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("میز کنار پنجره از آنِ شماست.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("قهوهٔ مهمان در روز تولد")).ToBeVisibleAsync();
        var picture = visitor.Page.Locator(".tier-picture");
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        (await picture.EvaluateAsync<int>("image => image.naturalWidth")).ShouldBe(1366);
        await visitor.Picture("tier");

        // A Persian name stands beside its mark in English, too.
        await visitor.Go("/rules?lang=en");
        var mark = (await visitor.Page.Locator(".open-band .shell-mark").BoundingBoxAsync())!;
        var name = (await visitor.Page.Locator(".open-band bdi").BoundingBoxAsync())!;
        (name.X - mark.X - mark.Width).ShouldBeInRange(0, 20);
        await visitor.IsSound();
        await owner.IsSound();
    }

    private static async Task Save(Screen owner)
    {
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "ذخیره", Exact = true }).ClickAsync();
        await Expect(owner.Page.GetByText("ذخیره شد.")).ToBeVisibleAsync();
    }

    private static FilePayload Picture(string name, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = "image/png",
            Buffer = bytes,
        };
}
