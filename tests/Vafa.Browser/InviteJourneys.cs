using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>An owner lets a cashier in, who finds the till and nothing of the office.</summary>
public sealed class InviteJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task An_invited_cashier_comes_in_by_the_link_and_cannot_open_the_settings(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var owner = await shop.SignedIn(width: width);
        await owner.Go("/settings/staff/new");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "ساختن پیوند ورود" }).ClickAsync();
        await Expect(owner.Page.GetByText("یکی از نقش‌ها را انتخاب کنید.")).ToBeVisibleAsync();
        await owner.Page.GetByLabel("نام کاربری").FillAsync("mina");
        await owner.Page.Locator("[name=name]").FillAsync("مینا کریمی");
        await owner.Page.CheckAsync("[name=role][value=cashier]");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "ساختن پیوند ورود" }).ClickAsync();
        await Expect(owner.By("new-link")).ToBeVisibleAsync();
        await Expect(owner.Page.Locator("svg.qr")).ToBeVisibleAsync();
        var link = await owner.Page.InputValueAsync("#link");
        link.ShouldStartWith(shop.Club.Address + "enter/");
        await owner.Picture("invited");

        var cashier = await shop.Window(width);
        await cashier.Go(link);
        await cashier.Page.FillAsync("[name=password]", Shop.Password);
        await cashier.Press("Enter");
        await cashier.Page.WaitForURLAsync("**/sale");
        await cashier.TillIsReady();
        (await cashier.Page.Locator("a[href='/settings']").CountAsync()).ShouldBe(0);
        await cashier.IsSound();
        foreach (var path in (string[])["/settings/staff", "/settings/keys", "/settings/audit"])
        {
            await cashier.Go(path);
            await Expect(cashier.Page.GetByText("این صفحه برای نقش شما باز نیست").First).ToBeVisibleAsync();
        }

        await owner.Go("/settings/staff");
        await Expect(owner.By("staff").GetByText("مینا کریمی")).ToBeVisibleAsync();
        await owner.IsSound();
        await owner.Picture("staff");
    }

    [Fact]
    public async Task Who_leaves_is_shut_out_at_once_and_may_be_let_in_again()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var owner = await shop.SignedIn();
        var cashier = await shop.SignedIn("mina", "cashier");
        await owner.Go("/settings/staff/mina");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "بستن دسترسی" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "دسترسی را ببند" }).ClickAsync();
        await Expect(owner.Page.GetByText("دسترسی بسته").First).ToBeVisibleAsync();
        await cashier.Go("/members");
        await cashier.Page.WaitForURLAsync("**/sign-in?back=*");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "باز کردن دسترسی" }).ClickAsync();
        await Expect(owner.Page.GetByText("فعال", new() { Exact = true }).First).ToBeVisibleAsync();
        await owner.IsSound();
    }
}
