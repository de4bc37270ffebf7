using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Every page on a counter's screen and on a phone: nothing to scroll to at the side, and a picture.</summary>
public sealed class WidthJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(683)]
    [InlineData(390)]
    public async Task Every_page_fits_its_window_in_both_languages(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Life(shop.Club.Api);
        await LongNames(shop.Club.Api, member);
        var screen = await shop.SignedIn(width: width);
        var sale = (await shop.Club.Api.Get("/purchases")).Id("items/0/id");
        var newest = (await shop.Club.Api.Get("/programme/versions?limit=1")).Long("items/0/version");
        (string Name, string Path)[] pages =
        [
            ("sale", "/sale?member=" + member),
            ("home", "/"),
            ("search", "/search?q=نگ"),
            ("search-none", "/search?q=هیچ‌کس"),
            ("help", "/help"),
            ("members", "/members"),
            ("members-none", "/members?q=هیچ‌کس"),
            ("members-filtered", "/members?lastVisit=within:30&columns=mobile,card,groups,email,spent,wallet.credit"),
            ("member-new", "/members/new"),
            ("member", "/members/" + member),
            ("member-statement", $"/members/{member}?show=statement"),
            ("member-edit", $"/members/{member}/edit"),
            ("purchases", "/purchases"),
            ("purchases-days", "/purchases?from=2026-01-01&to=2026-12-31&buyer=member"),
            ("purchases-none", "/purchases?till=none"),
            ("purchase", "/purchases/" + sale),
            ("messages", "/messages"),
            ("audit", "/settings/audit"),
            ("segments", "/settings/segments"),
            ("segment", "/settings/segments/away"),
            ("segment-new", "/settings/segments/new"),
            ("festivals", "/settings/festivals"),
            ("ladders", "/settings/ladders"),
            ("ladder-new", "/settings/ladders/new"),
            ("offers", "/offers"),
            ("offer-words", "/offers/words"),
            ("offer-waiting", "/offers/given"),
            ("offer-waiting-edit", "/offers/given/edit"),
            ("offer-for-one", "/offers/new?member=" + member),
            ("versions", "/settings/versions"),
            ("version", "/settings/versions/" + newest),
            ("nights", "/settings/nights"),
            ("registers", "/settings/registers"),
            ("me", "/me"),
            ("no-page", "/nowhere"),
        ];
        foreach (var language in (string[])["fa", "en"])
        {
            await screen.Go("/members?lang=" + language);
            foreach (var (name, path) in pages)
            {
                await screen.Go(path);
                await Settled(screen, name);
                await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
                await screen.Picture(language == "fa" ? name : name + "-en");
                if (name == "no-page")
                {
                    screen.Forget();
                }

                await screen.IsSound();
            }
        }
    }

    [Fact]
    public async Task A_phone_sells_with_its_number_pad()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn("mina", "cashier", 390);
        await screen.TillIsReady();
        foreach (var key in (string[])["۸", "۰", "۰۰۰"])
        {
            await screen.Page.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).TapAsync();
        }

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "افزودن" }).TapAsync();
        await Expect(screen.By("payable")).ToHaveTextAsync("۸۰٬۰۰۰ تومان");
        await screen.Picture("sale-pad");
        await Expect(screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
        await screen.By("record").TapAsync();
        await Expect(screen.By("done")).ToContainTextAsync("ثبت شد");
        await screen.Picture("sale-pad-done");
        await screen.IsSound();
    }

    [Fact]
    public async Task Long_names_and_large_amounts_stay_inside()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var name = string.Concat(Enumerable.Repeat("عبدالرحمان‌پور", 4))[..50];
        var member = await Club.Enrol(shop.Club.Api, "09121234567", name, "ابوالقاسم‌زادهٔ اصفهانی");
        var line = new
        {
            name = new string('ک', 60),
            quantity = 1,
            unitPrice = 999_999_999_999_990,
        };
        var body = new { member = new { id = member }, lines = new[] { line } };
        var sale = (await shop.Club.Api.Post("/purchases", body)).MustBe(201).Id();
        var screen = await shop.SignedIn(width: 390);
        string[] paths = ["/members", "/members/" + member, "/purchases/" + sale, "/sale?member=" + member];
        foreach (var path in paths)
        {
            await screen.Go(path);
            await Settled(screen, path.StartsWith("/sale", StringComparison.Ordinal) ? "sale" : "long");
            await screen.IsSound();
        }

        // As fingers do: what comes faster is a reader's.
        await screen.Page.Keyboard.TypeAsync("999999999999", new() { Delay = 40 });
        await screen.Press("Enter");
        await Expect(screen.By("payable")).ToContainTextAsync("۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹");
        await screen.Picture("sale-long");
        await screen.IsSound();
    }

    /// <summary>
    /// Segments and an offer for many given members, with names as long as they get; a change of it waits for a second
    /// person.
    /// </summary>
    private static async Task LongNames(ApiClient api, Guid member)
    {
        const string Fa = "مشتریان باوفای شعبهٔ مرکزی که بیش از شصت روز است نیامده‌اند";
        const string En = "The loyal customers of the central branch who stayed away";
        var title = new { fa = Fa, en = En };
        const string Filter = "lastVisit=before:60&visits=10..&spent=..123456789012";
        (await api.Put("/segments/away", new { title, filter = Filter })).MustBe(200);
        for (var n = 1; n <= 12; n++)
        {
            var filter = $"visits={n}..";
            (await api.Put($"/segments/s{n}", new { title = new { fa = $"بخش {n}" }, filter })).MustBe(200);
        }

        var given = new List<Guid> { member };
        for (var n = 0; n < 12; n++)
        {
            given.Add(await Club.Enrol(api, $"0912123{5800 + n}", "عبدالرحمان", "ابوالقاسم‌زاده"));
        }

        object Offer(long amount) =>
            new
            {
                title,
                give = new[] { new { discountAmount = new { amount } } },
                when = new { all = new object[] { new { member = new { @in = given } }, Away } },
                state = "live",
            };
        (await api.Put("/offers/given", Offer(100_000_000_000))).MustBe(200);
        (await api.Patch("/club", """{"approveOffers": true}""")).MustBe(200);
        (await api.Put("/offers/given", Offer(123_456_789_010))).MustBe(202);
    }

    private static object Away => new { segment = new { @in = (string[])["away"] } };

    /// <summary>A member with a past: a gift, and sales with several offers at once.</summary>
    private static async Task<Guid> Life(ApiClient api)
    {
        var member = await Club.Enrol(api, "09121234567", "نگار", "محمدی");
        var gift = new
        {
            unit = "credit",
            amount = 300_000,
            reason = "هدیهٔ افتتاح",
        };
        (await api.Post($"/members/{member}/adjustments", gift)).MustBe(201);
        await Sell(
            api,
            member,
            new
            {
                sku = "latte",
                name = "لاته",
                quantity = 2,
                unitPrice = 1_200_000,
            }
        );
        await Sell(
            api,
            member,
            new
            {
                sku = "cake",
                name = "کیک شکلاتی",
                quantity = 6,
                unitPrice = 950_000,
            }
        );
        await Sell(
            api,
            null,
            new
            {
                sku = "latte",
                name = "لاته",
                quantity = 1,
                unitPrice = 1_200_000,
            }
        );
        await Sell(
            api,
            member,
            new
            {
                sku = "6260152301234",
                name = "قهوهٔ دان ۲۵۰ گرمی",
                quantity = 2,
                unitPrice = 4_800_000,
            },
            new
            {
                sku = "latte",
                name = "لاته",
                quantity = 1,
                unitPrice = 1_200_000,
            }
        );
        return member;
    }

    private static async Task Sell(ApiClient api, Guid? member, params object[] lines)
    {
        var body = new
        {
            member = member is null ? null : new { id = member },
            cashier = "mina",
            lines,
        };
        (await api.Post("/purchases", body)).MustBe(201);
    }

    private static async Task Settled(Screen screen, string name)
    {
        if (name == "sale")
        {
            await screen.TillIsReady();
            await Expect(screen.By("member-name")).ToBeVisibleAsync();
        }
    }
}
