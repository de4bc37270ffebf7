using Microsoft.Playwright;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Receipts of a till are looked at again, printed, and taken back with a manager's PIN.</summary>
public sealed class TillRefundJourneys(Chromium chromium)
{
    [Fact]
    public async Task Goods_go_back_by_the_number_of_the_receipt_with_a_managers_pin()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Club.SetUp(shop.Club.Api);
        await TillDevice.Hire(shop.Club.Services, "nasrin", "manager", "5028");
        var device = await TillDevice.Open(shop);
        var screen = device.Screen;
        await screen.By("amount-only").ClickAsync();
        foreach (var typed in (string[])["لاته", "کیک"])
        {
            await screen.Type(typed);
            await screen.Press("Enter");
            await Expect(device.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("");
        }

        await screen.Press("Enter");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.Press("Enter");
        await screen.By("done").WaitForAsync();
        await screen.Press("Enter");

        await screen.By("receipts").ClickAsync();
        await device.Page.GetByLabel("شمارهٔ رسید").FillAsync("۱-۰۰۰۱");
        await screen.Press("Enter");
        await Expect(screen.By("receipt-open")).ToContainTextAsync("لاته");
        await screen.Picture("till-receipt");
        await screen.By("refund").ClickAsync();
        // Of the latte nothing comes back.
        await device.Page.GetByLabel("لاته").FillAsync("0");
        await device.Page.GetByLabel("رمز مدیر").FillAsync("1111");
        await device.Page.GetByRole(AriaRole.Button, new() { Name = "پس بگیر" }).ClickAsync();
        await Expect(device.Page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("رمز درست نیست");
        await screen.Picture("till-refund");
        await device.Page.GetByLabel("رمز مدیر").FillAsync("5028");
        await device.Page.GetByRole(AriaRole.Button, new() { Name = "پس بگیر" }).ClickAsync();
        await Expect(screen.By("receipt-list")).ToBeVisibleAsync();
        var sale = (await shop.Club.Api.Get("/purchases"))["items/0"];
        sale.GetProperty("refunded").GetInt64().ShouldBe(950_000);

        await screen.By("receipt").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(screen.By("returned")).ToContainTextAsync("۹۵٬۰۰۰");
        screen.Forget();
        await screen.By("refund").ClickAsync();
        await Expect(device.Page.GetByLabel("کیک")).ToHaveCountAsync(0);
        await CutJourneys.Consistent(shop);
    }

    [Fact]
    public async Task A_receipt_is_printed_as_wide_as_a_roll_of_paper_also_without_network()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var device = await TillDevice.Open(shop);
        await device.Cut();
        await device.Sell("85+");
        await device.Screen.By("receipts").ClickAsync();
        await device.Screen.By("receipt").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(device.Screen.By("receipt-open")).ToContainTextAsync("۸۵٬۰۰۰");
        await device.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(device.Screen.By("strip")).ToBeHiddenAsync();
        await Expect(device.Page.GetByRole(AriaRole.Button, new() { Name = "چاپ" })).ToBeHiddenAsync();
        await device.Screen.Picture("till-slip");
        await device.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }
}
