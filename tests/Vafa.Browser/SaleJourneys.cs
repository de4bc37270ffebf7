using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class SaleJourneys(Chromium chromium)
{
    [Fact]
    public Task A_guest_joins_and_buys_by_keyboard_alone_and_every_page_tells_of_it() => Sell(Engine.Sqlite);

    [Fact]
    public Task The_same_sale_goes_through_on_postgresql() => Sell(Engine.Postgres);

    private async Task Sell(Engine engine)
    {
        await using var shop = await Shop.Open(chromium, engine);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        await screen.Picture("sale-empty");

        // A mobile nobody has: he joins with one Enter after his name.
        await screen.Type("۰۹۱۲۱۲۳۴۵۶۷");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("هنوز عضو نیست")).ToBeVisibleAsync();
        await screen.Type("نگار محمدی");
        await screen.Picture("sale-enrol");
        await screen.Press("Enter");
        await Expect(screen.By("member-name")).ToHaveTextAsync("نگار محمدی");

        await screen.Type("480000");
        await screen.Press("Enter");
        await Expect(screen.By("near")).ToContainTextAsync("سبد بزرگ");
        await screen.Type("لاته");
        await Expect(screen.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await screen.Press("Enter");
        await Expect(screen.By("lines").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(screen.By("payable")).ToHaveTextAsync("۵۴۰٬۰۰۰ تومان");
        await Expect(screen.By("applied")).ToContainTextAsync("سبد بزرگ");
        await screen.Picture("sale-basket");
        await screen.IsSound();

        await screen.Press("Enter");
        await Expect(screen.By("record")).ToBeFocusedAsync();
        await screen.Press("Enter");
        await Expect(screen.By("done")).ToContainTextAsync("ثبت شد");
        await screen.Picture("sale-done");

        // The purchase explains the offers, and the member's page has what was earned.
        await screen.Page.GetByText("چرا این پیشنهاد؟").ClickAsync();
        await Expect(screen.By("ladder")).ToContainTextAsync("سبد بزرگ");
        await Expect(screen.By("ladder")).ToContainTextAsync("هفتهٔ قهوه");
        await Expect(screen.By("ladder").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await screen.IsSound();
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "نگار محمدی" }).ClickAsync();
        await Expect(screen.By("timeline")).ToContainTextAsync("۵۴ امتیاز گرفت");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "گردش حساب" }).ClickAsync();
        await Expect(screen.By("statement")).ToContainTextAsync("+۵۴ امتیاز");
        await screen.IsSound();
    }

    [Fact]
    public async Task The_next_sale_starts_by_typing()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        await Record(screen, "80000");
        await screen.Type("9");
        await Expect(screen.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("9");
        await Expect(screen.By("payable")).ToHaveTextAsync("۰ تومان");
        await screen.Press("Escape");
        await Record(screen, "3*45000");
        await Expect(screen.By("done")).ToContainTextAsync("۱۳۵٬۰۰۰ تومان");
        (await shop.Club.Api.Get("/purchases")).Json.GetProperty("items").GetArrayLength().ShouldBe(2);
        await screen.IsSound();
    }

    [Fact]
    public async Task Escape_goes_back_a_step_at_a_time()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await Expect(screen.By("member-name")).ToBeVisibleAsync();
        await screen.Type("80000");
        await screen.Press("Enter");
        await screen.Press("Enter");
        await Expect(screen.By("record")).ToBeFocusedAsync();
        await screen.Press("Escape");
        await Expect(screen.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await screen.Press("Escape");
        await Expect(screen.By("lines")).ToHaveCountAsync(0);
        await Expect(screen.By("member-name")).ToBeVisibleAsync();
        await screen.Press("Escape");
        await Expect(screen.By("member-name")).ToHaveCountAsync(0);
        await screen.IsSound();
    }

    [Fact]
    public async Task A_member_pays_with_all_his_credit_by_one_key()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var gift = new
        {
            unit = "credit",
            amount = 300_000,
            reason = "هدیهٔ افتتاح",
        };
        (await shop.Club.Api.Post($"/members/{member}/adjustments", gift)).MustBe(201);
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await Expect(screen.By("member-name")).ToBeVisibleAsync();
        foreach (var typed in (string[])["2*90000", "لاته", "کیک"])
        {
            await screen.Type(typed);
            await screen.Press("Enter");
            await Expect(screen.Page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("");
        }

        await Expect(screen.By("payable")).ToHaveTextAsync("۳۹۵٬۰۰۰ تومان");
        await Expect(screen.Page.GetByText("تا ۳۰٬۰۰۰ تومان")).ToBeVisibleAsync();
        await screen.Press("F9");
        await Expect(screen.By("payable")).ToHaveTextAsync("۳۶۵٬۰۰۰ تومان");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.Picture("sale-member");
        await screen.Press("Enter");
        await screen.Press("Enter");
        await Expect(screen.By("done")).ToContainTextAsync("۳۶۵٬۰۰۰ تومان");
        await screen.IsSound();
    }

    [Fact]
    public async Task A_sale_whose_answer_was_lost_is_asked_for_again_and_recorded_once()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.SignedIn("mina", "cashier");
        await screen.TillIsReady();
        var lost = 0;
        await screen.Page.RouteAsync(
            "**/api/v1/purchases",
            async route =>
            {
                if (lost++ == 0)
                {
                    await route.FetchAsync();
                    await route.AbortAsync();
                }
                else
                {
                    await route.ContinueAsync();
                }
            }
        );
        await Send(screen, "80000");
        await Expect(screen.By("unsure")).ToBeVisibleAsync();
        await screen.Picture("sale-unsure");
        await Expect(screen.By("done")).ToBeVisibleAsync();
        lost.ShouldBe(2);
        (await shop.Club.Api.Get("/purchases")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    private static async Task Record(Screen screen, string amount)
    {
        await Send(screen, amount);
        await Expect(screen.By("done")).ToContainTextAsync("ثبت شد");
    }

    private static async Task Send(Screen screen, string amount)
    {
        await screen.Type(amount);
        await screen.Press("Enter");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.Press("Enter");
        await screen.Press("Enter");
    }
}
