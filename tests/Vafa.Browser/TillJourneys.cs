using Microsoft.Playwright;
using Vafa.Browser.Walk;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>What a cashier is asked about a member is told by the sale page.</summary>
public sealed class TillJourneys(Chromium chromium)
{
    [Fact]
    public async Task Points_become_credit_at_the_till_and_the_next_tier_is_seen_and_reached()
    {
        await using var shop = await Shop.Open(chromium);
        var member = await SetUp(shop);
        var screen = await shop.SignedIn("mina", "cashier");
        var judge = await Judge.For(screen, "till");
        await screen.Go("/sale");
        await screen.TillIsReady();
        await screen.Type("09121234567");
        await screen.Press("Enter");
        await Expect(screen.By("way")).ToContainTextAsync("۱۰۰٬۰۰۰ تومان تا نقره‌ای");
        await Expect(screen.By("ends")).ToContainTextAsync("۲۵۰ امتیاز تا");

        // By keyboard: all full steps are written already, an arrow takes one off, Enter turns them.
        var turn = screen.Page.GetByRole(AriaRole.Button, new() { Name = "تبدیل امتیاز به اعتبار" });
        await turn.FocusAsync();
        await screen.Press("Enter");
        var amount = screen.Page.GetByLabel("چقدر؟");
        await Expect(amount).ToBeFocusedAsync();
        await Expect(amount).ToHaveValueAsync("۲۰۰");
        await Expect(screen.By("turn")).ToContainTextAsync("۱۰٬۰۰۰ تومان اعتبار می‌شود.");
        await screen.Picture("sale-turn");
        await judge.IsOpenToAll();
        await screen.Type("150");
        await screen.Press("Enter");
        await Expect(screen.By("turn")).ToContainTextAsync("تنها مضرب‌های ۱۰۰ امتیاز");
        await screen.Press("ArrowDown");
        await screen.Press("Enter");
        await Expect(screen.By("turned")).ToContainTextAsync("۱۰۰ امتیاز، ۵٬۰۰۰ تومان اعتبار شد.");
        (await Balance(shop, member, "points")).ShouldBe(150);
        (await Balance(shop, member, "credit")).ShouldBe(50_000);

        // Escape leaves the question and not the sale.
        await turn.FocusAsync();
        await screen.Press("Enter");
        await Expect(screen.By("turn")).ToBeVisibleAsync();
        await screen.Press("Escape");
        await Expect(screen.By("turn")).ToHaveCountAsync(0);
        await Expect(screen.By("member-name")).ToBeVisibleAsync();

        // The wallets are those after the turning: its credit pays.
        await screen.Type("80000");
        await screen.Press("Enter");
        await Expect(screen.By("tier-progress")).ToContainTextAsync("پس از این خرید: ۲۰٬۰۰۰ تومان تا نقره‌ای");
        await Expect(screen.Page.GetByText("تا ۵٬۰۰۰ تومان")).ToBeVisibleAsync();
        await screen.Type("20000");
        await screen.Press("Enter");
        await Expect(screen.By("reached")).ToContainTextAsync("از خرید بعدی به شمار می‌آید");
        await screen.Picture("sale-tier");
        await judge.IsOpenToAll();
        judge.Faults.ShouldBeEmpty();
        await screen.IsSound();

        // On a phone all of it is there, too.
        await screen.Page.SetViewportSizeAsync(390, 844);
        await Expect(screen.Page.GetByRole(AriaRole.Link, new() { Name = "صفحهٔ عضو" })).ToBeVisibleAsync();
        await turn.ClickAsync();
        await Expect(screen.By("turn")).ToBeVisibleAsync();
        await screen.Picture("sale-turn");
        await screen.IsSound();
    }

    /// <summary>Points that turn into credit, a ladder of two tiers, and a member with 250 points that end.</summary>
    private static async Task<Guid> SetUp(Shop shop)
    {
        var api = shop.Club.Api;
        await Club.SetUp(api);
        var points = new
        {
            title = Club.Title("امتیاز", "Points"),
            worth = 500,
            maySpend = false,
            into = new
            {
                unit = "credit",
                per = 100,
                gives = 50_000,
            },
        };
        (await api.Put("/units/points", points)).MustBe(200);
        var tiers = new[]
        {
            Tier("silver-tier", "نقره‌ای", "Silver", 1_000_000),
            Tier("gold", "طلایی", "Gold", 9_000_000),
        };
        var ladder = new
        {
            title = Club.Title("باشگاه", "Club"),
            measure = new { days = 365 },
            tiers,
        };
        (await api.Put("/ladders/club", ladder)).Status.ShouldBeLessThan(300);
        var member = await Club.Enrol(api, "09121234567", "نگار", "محمدی");
        var gift = new
        {
            unit = "points",
            amount = 250,
            reason = "هدیهٔ افتتاح",
            expiresAt = DateTimeOffset.UtcNow.AddDays(9),
        };
        (await api.Post($"/members/{member}/adjustments", gift)).MustBe(201);
        return member;
    }

    private static object Tier(string code, string fa, string en, long spent) =>
        new
        {
            code,
            title = Club.Title(fa, en),
            from = new { spent },
        };

    private static async Task<long> Balance(Shop shop, Guid member, string unit)
    {
        var wallets = (await shop.Club.Api.Get($"/members/{member}")).Json.GetProperty("wallets").EnumerateArray();
        return wallets.Single(w => w.GetProperty("unit").GetString() == unit).GetProperty("balance").GetInt64();
    }
}
